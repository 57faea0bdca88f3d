# From the folder's file names: elu.h holds `struct Elu`, leaky_relu.h `struct LeakyRelu`. No list is edited by hand; a new
# header is found at the next build.

# generate_activation_list(FOLDER IDS OUTPUT): activation_list.h. IDS: for a module that holds a few functions; empty for
# all.
function(generate_activation_list folder ids output)
  if(NOT ids)
    file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
    foreach(header ${headers})
      get_filename_component(id ${header} NAME_WE)
      list(APPEND ids ${id})
    endforeach()
  endif()
  list(SORT ids)
  list(TRANSFORM ids REPLACE "(.+)" " X(\\1)" OUTPUT_VARIABLE calls)
  list(JOIN calls "" calls)
  file(CONFIGURE OUTPUT ${output} CONTENT
    "// Generated from the file names of cpp/activations.\n#pragma once\n#define PLAYGROUND_ACTIVATIONS(X)@calls@\n" @ONLY)
endfunction()

# generate_activation_sources(FOLDER OUTPUT_FOLDER VARIABLE): two source files a header, its kernels and its oracles.
function(generate_activation_sources folder output_folder variable)
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
  set(sources "")
  foreach(header ${headers})
    get_filename_component(id ${header} NAME_WE)
    string(REPLACE "_" ";" words ${id})
    set(type "")
    foreach(word ${words})
      string(SUBSTRING ${word} 0 1 first)
      string(SUBSTRING ${word} 1 -1 rest)
      string(TOUPPER ${first} first)
      string(APPEND type "${first}${rest}")
    endforeach()
    set(includes "// Generated.\n#include \"cpp/activations/${id}.h\"\n")
    file(CONFIGURE OUTPUT ${output_folder}/${id}.cpp CONTENT
"@includes@#include \"cpp/catalogue/entry.h\"
namespace playground {
CatalogueEntry entry_of_@id@() { return detail::entry_of<@type@>(); }
}
" @ONLY)
    file(CONFIGURE OUTPUT ${output_folder}/${id}_oracle.cpp CONTENT
"@includes@#include \"cpp/catalogue/oracle.h\"
namespace playground {
const Oracle* oracle_of_@id@() { return detail::oracle_of<@type@>(); }
const RowOracle* row_oracle_of_@id@() { return detail::row_oracle_of<@type@>(); }
}
" @ONLY)
    # To read the headers takes longer than to compile a function: those of one letter are compiled together, so that a
    # new header costs a few, not all.
    string(SUBSTRING ${id} 0 1 letter)
    set_source_files_properties(${output_folder}/${id}.cpp PROPERTIES UNITY_GROUP ${letter})
    set_source_files_properties(${output_folder}/${id}_oracle.cpp PROPERTIES UNITY_GROUP ${letter}_oracle)
    list(APPEND sources ${output_folder}/${id}.cpp ${output_folder}/${id}_oracle.cpp)
  endforeach()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()
