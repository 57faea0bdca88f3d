# Writes the list of activations from the folder's file names: elu.h holds `struct Elu`, leaky_relu.h `struct
# LeakyRelu`. No list is edited by hand; a new header is found at the next build. `only`: ids, for a module that holds
# a few functions; empty for all.
function(generate_activation_list folder only output)
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
  list(SORT headers)
  set(includes "")
  set(names "")
  foreach(header ${headers})
    get_filename_component(id ${header} NAME_WE)
    if(only AND NOT id IN_LIST only)
      continue()
    endif()
    string(APPEND includes "#include \"${header}\"\n")
    string(REPLACE "_" ";" words ${id})
    set(type "")
    foreach(word ${words})
      string(SUBSTRING ${word} 0 1 first)
      string(SUBSTRING ${word} 1 -1 rest)
      string(TOUPPER ${first} first)
      string(APPEND type "${first}${rest}")
    endforeach()
    string(APPEND names " X(${type})")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT
    "// Generated from the file names of cpp/activations.\n#pragma once\n@includes@\n#define PLAYGROUND_ACTIVATIONS(X)@names@\n"
    @ONLY)
endfunction()
