// Why a text is no function: what programs know a mistake by, and its sentence, in which {0}, {1}, ... are its details.
// The page has the same sentences in Chinese (web/i18n/mistakes.ts).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace playground {

struct Mistake {
  std::string_view reason;
  std::string_view sentence;
};

namespace mistake {

inline constexpr Mistake too_long{"too_long", "the expression is longer than {0} characters"};
inline constexpr Mistake too_deep{"too_deep", "nested too deeply"};
inline constexpr Mistake unexpected{"unexpected", "unexpected {0}"};
inline constexpr Mistake no_colon{"no_colon", "expected \":\" between what holds and what holds not, found {0}"};
inline constexpr Mistake no_bracket{"no_bracket", "expected \")\", found {0}"};
inline constexpr Mistake no_call_bracket{"no_call_bracket", "expected \")\" after the arguments of {1}, found {0}"};
inline constexpr Mistake no_equals{"no_equals",
                                   "expected \"=\" and the value that the parameter starts from, found {0}"};
inline constexpr Mistake no_operator{"no_operator", "expected an operator, found {0}; write 2 * x for 2x"};
inline constexpr Mistake no_operand{"no_operand", "expected a number, x, a parameter or a function, found {0}"};
inline constexpr Mistake no_number{"no_number", "expected a number, found {0}"};
inline constexpr Mistake no_parameter{"no_parameter", "expected a parameter, as in a = 0.5, found {0}"};
inline constexpr Mistake other_parameter{"other_parameter", "{0} is no parameter of the expression"};
inline constexpr Mistake too_many_parameters{"too_many_parameters", "more than {0} parameters"};
inline constexpr Mistake no_arguments{"no_arguments", "{0} is a function: write what it is of in brackets behind it"};
inline constexpr Mistake takes_one{"takes_one", "{0} takes 1 argument"};
inline constexpr Mistake takes{"takes", "{0} takes {1} arguments"};
inline constexpr Mistake takes_up_to{"takes_up_to", "{0} takes {1} to {2} arguments"};
inline constexpr Mistake of_rows{"of_rows", "{0} is a function of rows: an expression is one of a single number"};
inline constexpr Mistake not_in_range{"not_in_range", "{0} of {1} must be a number from {2} to {3}"};
inline constexpr Mistake not_whole{"not_whole", "{0} of {1} must be a whole number from {2} to {3}"};
inline constexpr Mistake unknown_name{
    "unknown_name", "unknown name {0}; a parameter is a letter (a, b2) or a Greek letter's name (alpha)"};
inline constexpr Mistake name_near{"name_near", "unknown name {0}; did you mean {1}?"};
inline constexpr Mistake unknown_function{"unknown_function", "unknown function {0}"};
inline constexpr Mistake function_near{"function_near", "unknown function {0}; did you mean {1}?"};

inline constexpr Mistake all[] = {
    too_long,     too_deep,    unexpected, no_colon,     no_bracket,      no_call_bracket,
    no_equals,    no_operator, no_operand, no_number,    no_parameter,    takes_one,
    takes,        takes_up_to, of_rows,    not_in_range, other_parameter, too_many_parameters,
    no_arguments, not_whole,   name_near,  unknown_name, function_near,   unknown_function,
};

}  // namespace mistake

std::string sentence_of(const Mistake& mistake, std::span<const std::string> details);

}  // namespace playground
