// Functions that users write: what is read and what is refused, values and derivatives against the C library in double
// precision, conventions at kinks, and that analysis and training take them like any other.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <set>

#include "cpp/analysis/properties.h"
#include "cpp/expression/mistakes.h"
#include "cpp/expression/own_function.h"
#include "cpp/expression/parser.h"
#include "tests/native/support.h"

namespace playground::test {
namespace {

const CatalogueEntry& own(const std::string& text) {
  const auto defined = define_own(text);
  if (const auto* error = std::get_if<ExpressionError>(&defined)) {
    ADD_FAILURE() << text << ": " << error->message << " at " << error->position;
    std::abort();
  }
  return *std::get<const CatalogueEntry*>(defined);
}

std::vector<float> defaults(const CatalogueEntry& entry) {
  std::vector<float> values;
  for (const Parameter& parameter : entry.parameters) values.push_back(parameter.initial);
  return values;
}

struct Point {
  float value;
  float slope;
};

Point at(const std::string& text, float x) {
  const CatalogueEntry& entry = own(text);
  Point point;
  entry.kernels->value_and_slope(defaults(entry).data(), &x, &point.value, &point.slope, 1);
  float alone;
  entry.kernels->value(defaults(entry).data(), &x, &alone, 1);
  EXPECT_TRUE(alone == point.value || std::isnan(alone)) << text;
  return point;
}

using Real = std::function<double(double)>;

struct Sample {
  const char* text;
  Real value;
  Real slope;
};

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

const Sample samples[] = {
    {"x", [](double x) { return x; }, [](double) { return 1.0; }},
    {"2", [](double) { return 2.0; }, [](double) { return 0.0; }},
    {"-x^2", [](double x) { return -x * x; }, [](double x) { return -2 * x; }},
    {"(-x)^3 / 2", [](double x) { return -x * x * x / 2; }, [](double x) { return -1.5 * x * x; }},
    {"2^-1 + x^0", [](double) { return 1.5; }, [](double) { return 0.0; }},
    {"x - 1 - 2 - x", [](double) { return -3.0; }, [](double) { return 0.0; }},
    {"12 / 3 / 2 * x", [](double x) { return 2 * x; }, [](double) { return 2.0; }},
    {"2^3^2 * x", [](double x) { return 512 * x; }, [](double) { return 512.0; }},
    {".5e1 * x + 1e-3", [](double x) { return 5 * x + 0.001; }, [](double) { return 5.0; }},
    {"1 / (1 + e^-x)", sigmoid, [](double x) { return sigmoid(x) * sigmoid(-x); }},
    {"x * sigmoid(x)", [](double x) { return x * sigmoid(x); },
     [](double x) { return sigmoid(x) * (1 + x * sigmoid(-x)); }},
    {"abs(x)^1.5 + 1", [](double x) { return std::pow(std::abs(x), 1.5) + 1; },
     [](double x) { return std::copysign(1.5 * std::sqrt(std::abs(x)), x); }},
    {"(1 + x^2)^x", [](double x) { return std::pow(1 + x * x, x); },
     [](double x) { return std::pow(1 + x * x, x) * (std::log(1 + x * x) + 2 * x * x / (1 + x * x)); }},
    {"ln(1 + exp(x)) + log1p(x^2)", [](double x) { return std::log1p(std::exp(x)) + std::log1p(x * x); },
     [](double x) { return sigmoid(x) + 2 * x / (1 + x * x); }},
    {"sqrt(1 + x*x) - 3", [](double x) { return std::sqrt(1 + x * x) - 3; },
     [](double x) { return x / std::sqrt(1 + x * x); }},
    {"sin(2*x) * cos(x)", [](double x) { return std::sin(2 * x) * std::cos(x); },
     [](double x) { return 2 * std::cos(2 * x) * std::cos(x) - std::sin(2 * x) * std::sin(x); }},
    {"x > 0 ? x : expm1(x)", [](double x) { return x > 0 ? x : std::expm1(x); },
     [](double x) { return x > 0 ? 1 : std::exp(x); }},
    {"x<-1 ? -1 : x<=1 ? x : 1", [](double x) { return std::min(1.0, std::max(-1.0, x)); },
     [](double x) { return x < -1 || x > 1 ? 0.0 : 1.0; }},
    {"(x >= 0) * x - (x != x) + (x == x)", [](double x) { return std::max(x, 0.0) + 1; },
     [](double x) { return x >= 0 ? 1.0 : 0.0; }},
    {"min(max(x, -1), 2)", [](double x) { return std::min(std::max(x, -1.0), 2.0); },
     [](double x) { return x > -1 && x < 2 ? 1.0 : 0.0; }},
    {"tanh(pi * x) + elu(x, 0.5)", [](double x) { return std::tanh(M_PI * x) + (x > 0 ? x : 0.5 * std::expm1(x)); },
     [](double x) { return M_PI * (1 - std::tanh(M_PI * x) * std::tanh(M_PI * x)) + (x > 0 ? 1 : 0.5 * std::exp(x)); }},
    {"x * tanh(softplus(a * x)); a = 0.5", [](double x) { return x * std::tanh(std::log1p(std::exp(0.5 * x))); },
     [](double x) {
       const double t = std::tanh(std::log1p(std::exp(0.5 * x)));
       return t + x * (1 - t * t) * sigmoid(0.5 * x) * 0.5;
     }},
    {"x \u2212 2 \u00d7 x \u00b7 x", [](double x) { return x - 2 * x * x; }, [](double x) { return 1 - 4 * x; }},
};

TEST(Expression, ValuesAndSlopesAreThoseOfTheFormula) {
  for (const Sample& sample : samples) {
    for (float x = -3.953125f; x < 4.0f; x += 0.0625f) {
      const Point point = at(sample.text, x);
      const double value = sample.value(x);
      const double slope = sample.slope(x);
      EXPECT_NEAR(point.value, value, 2e-6 * (1 + std::abs(value))) << sample.text << " at " << x;
      EXPECT_NEAR(point.slope, slope, 4e-6 * (1 + std::abs(slope))) << sample.text << "' at " << x;
    }
  }
}

TEST(Expression, SlopesByParametersAreThoseOfTheFormula) {
  const CatalogueEntry& entry = own("b * x * sigmoid(a * x) + b2; a = 1.5; b2 = -2");
  ASSERT_EQ(entry.parameters.size(), 3u);
  EXPECT_STREQ(entry.parameters[0].name, "b");
  EXPECT_STREQ(entry.parameters[2].latex, "b_{2}");
  EXPECT_EQ(defaults(entry), (std::vector<float>{1.0f, 1.5f, -2.0f}));
  for (float x = -4.0f; x < 4.0f; x += 0.125f) {
    std::array<float, 3> slopes;
    float* places[] = {&slopes[0], &slopes[1], &slopes[2]};
    const float parameters[] = {0.75f, 1.5f, -2.0f};
    entry.kernels->parameter_slopes(parameters, &x, places, 1);
    const double s = sigmoid(1.5 * x);
    EXPECT_NEAR(slopes[0], x * s, 2e-6);
    EXPECT_NEAR(slopes[1], 0.75 * x * x * s * (1 - s), 2e-6);
    EXPECT_EQ(slopes[2], 1.0f);
  }
}

TEST(Expression, AnyLengthAndInPlace) {
  const CatalogueEntry& entry = own("x * x + tanh(x)");
  for (size_t n = 0; n < 200; ++n) {
    std::vector<float> x(n + 1, 7.0f), slope(n + 1, 7.0f);
    for (size_t i = 0; i < n; ++i) x[i] = 0.01f * static_cast<float>(i);
    std::vector<float> value = x;
    entry.kernels->value_and_slope(nullptr, value.data(), value.data(), slope.data(), n);
    for (size_t i = 0; i < n; ++i) {
      const Point alone = at("x * x + tanh(x)", x[i]);
      ASSERT_EQ(value[i], alone.value);
      ASSERT_EQ(slope[i], alone.slope);
    }
    EXPECT_EQ(value[n], 7.0f);
    EXPECT_EQ(slope[n], 7.0f);
  }
}

TEST(Expression, KinksFollowTheStatedConvention) {
  EXPECT_EQ(at("abs(x)", 0.0f).slope, 0.0f);
  EXPECT_EQ(at("max(x, 0)", 0.0f).slope, 0.5f);
  EXPECT_EQ(at("min(x, 0)", 0.0f).slope, 0.5f);
  EXPECT_EQ(at("relu(x)", 0.0f).slope, 0.0f);
  EXPECT_EQ(at("x > 0 ? x : 0", 0.0f).slope, 0.0f);
  EXPECT_EQ(at("x >= 0 ? x : 0", 0.0f).slope, 1.0f);
}

TEST(Expression, NanStaysNanAndInfinitiesAreLimits) {
  const float infinity = std::numeric_limits<float>::infinity();
  for (const char* text : {"x", "2", "x > 0 ? x : 0", "max(x, 0)", "min(0, x)", "x^0", "sigmoid(x)", "abs(x)^0.3"}) {
    const Point point = at(text, std::nanf(""));
    EXPECT_TRUE(std::isnan(point.value)) << text;
    EXPECT_TRUE(std::isnan(point.slope)) << text;
  }
  EXPECT_EQ(at("tanh(x)", infinity).value, 1.0f);
  EXPECT_EQ(at("x^3", -infinity).value, -infinity);
  EXPECT_EQ(at("x^-2", infinity).value, 0.0f);
  EXPECT_EQ(at("x^0.5", infinity).value, infinity);
  EXPECT_EQ(at("x^0.5", 0.0f).value, 0.0f);
  EXPECT_TRUE(std::isnan(at("x^0.5", -1.0f).value));
  EXPECT_TRUE(std::isnan(at("ln(x)", -1.0f).value));
}

struct Refusal {
  const char* text;
  size_t position;
  const char* part;  // of the message
};

const Refusal refusals[] = {
    {"", 0, "found end"},
    {"   ", 3, "found end"},
    {"x +", 3, "found end"},
    {"x * * 2", 4, "found \"*\""},
    {"2x", 1, "write 2 * x for 2x"},
    {"2(x)", 1, "expected an operator"},
    {"(x", 2, "expected \")\""},
    {"x)", 1, "unexpected \")\""},
    {"x x", 2, "unexpected \"x\""},
    {"x * tanhh(x)", 4, "did you mean tanh?"},
    {"sofplus(x)", 0, "did you mean softplus?"},
    {"x * tahn", 4, "did you mean tanh?"},
    {"x * tanh", 4, "tanh is a function: write what it is of in brackets"},
    {"sin", 0, "sin is a function: write what it is of in brackets"},
    {"x + speed", 4, "a parameter is a letter"},
    {"x + y_1", 4, "unknown name \"y_1\""},
    {"softmax(x)", 0, "function of rows"},
    {"min(x)", 0, "min takes 2 arguments"},
    {"exp(x, 1)", 0, "exp takes 1 argument"},
    {"tanh()", 5, "found \")\""},
    {"elu(x, 0.5, 1)", 0, "elu takes 1 to 2 arguments"},
    {"elu(x, x)", 7, "alpha of elu must be a number from"},
    {"elu(x, 1e9)", 7, "alpha of elu must be a number from"},
    {"x > 0 ? 1", 9, "expected \":\""},
    {"a * x; b = 1", 7, "\"b\" is no parameter"},
    {"a * x; a", 8, "expected \"=\""},
    {"a * x; a = q", 11, "expected a number"},
    {"a * x; 3", 7, "expected a parameter"},
    {"blorp(x)", 0, "unknown function \"blorp\""},
    {"tanh(x; 1)", 6, "after the arguments of tanh, found \";\""},
    {"x # 2", 2, "unexpected \"#\""},
    {"x \u00f7 2", 2, "unexpected \"\u00f7\""},
    {"a+b+c+d+f+g+h+k+m+n+p", 20, "more than 10 parameters"},
};

TEST(Expression, WhatIsWrongIsSaidWithItsPlace) {
  for (const Refusal& refusal : refusals) {
    const auto defined = define_own(refusal.text);
    const auto* error = std::get_if<ExpressionError>(&defined);
    ASSERT_TRUE(error) << refusal.text;
    EXPECT_EQ(error->position, refusal.position) << refusal.text << ": " << error->message;
    EXPECT_NE(error->message.find(refusal.part), std::string::npos) << refusal.text << ": " << error->message;
  }
}

// Programs that say them in another language know mistakes by their reasons.
TEST(Expression, EveryMistakeCanBeMadeAndHasItsDetails) {
  std::vector<std::string> texts{"x" + std::string(longest_expression, ' '), std::string(60, '(') + "x"};
  for (const Refusal& refusal : refusals) texts.push_back(refusal.text);
  // No function of the catalogue has a parameter of whole numbers that an expression may give: its sentence is built
  // as the other's.
  std::set<std::string_view> met{mistake::not_whole.reason};
  for (const std::string& text : texts) {
    const auto defined = define_own(text);
    const auto* error = std::get_if<ExpressionError>(&defined);
    ASSERT_TRUE(error) << text;
    met.insert(error->reason);
    EXPECT_EQ(error->message.find('{'), std::string::npos) << error->message;
    for (const std::string& detail : error->details) {
      EXPECT_NE(error->message.find(detail), std::string::npos) << error->message << ": " << detail;
    }
  }
  for (const Mistake& mistake : mistake::all) EXPECT_TRUE(met.count(mistake.reason)) << mistake.reason;
  EXPECT_EQ(met.size(), std::size(mistake::all));
}

TEST(Expression, DepthAndLengthAreLimited) {
  const auto nested = [](size_t depth) { return std::string(depth, '(') + "x" + std::string(depth, ')'); };
  EXPECT_TRUE(std::holds_alternative<Expression>(parse_expression(nested(deepest_expression - 1))));
  EXPECT_TRUE(std::holds_alternative<ExpressionError>(parse_expression(nested(deepest_expression))));
  EXPECT_TRUE(std::holds_alternative<ExpressionError>(parse_expression("x" + std::string(longest_expression, ' '))));
  // As many waiting results as any text can ask for, and one more: 1 + 2 * ... keeps two a level.
  std::string deep = "x";
  for (size_t k = 1; k < most_waiting / 2; ++k) deep = "(1+2*" + deep + ")";
  EXPECT_EQ(at("1+" + deep, 0.0f).value, std::ldexp(1.0f, most_waiting / 2 - 1));
  EXPECT_TRUE(
      std::holds_alternative<ExpressionError>(parse_expression("x > 1 + (2 * (x - (x * (x - " + deep + ")))) ")));
}

TEST(Expression, TheSameTextIsTheSameFunction) {
  const CatalogueEntry& entry = own("x * tanh( x )");
  EXPECT_EQ(entry.id(), "=x * tanh( x )");
  EXPECT_EQ(&own("=  x  * tanh( x )\n"), &entry);
  EXPECT_NE(&own("x * tanh(x)"), &entry);
}

TEST(Expression, FormulasAreLatex) {
  const std::pair<const char*, const char*> formulas[] = {
      {"x*tanh(softplus(a*x))", "x\\,\\operatorname{tanh}\\left(\\operatorname{softplus}\\left(a\\,x\\right)\\right)"},
      {"(x+1)/(1+e^-x)", "\\frac{x+1}{1+2.718281828^{-x}}"},
      {"-(x-1)*(x-(1-x))^2", "-\\left(x-1\\right)\\,\\left(x-\\left(1-x\\right)\\right)^{2}"},
      {"x>0 ? x : alpha*expm1(x)",
       "\\begin{cases}x,&x>0\\\\\\alpha\\,\\left(e^{x}-1\\right),&\\text{else}\\end{cases}"},
      {"sqrt(max(x, beta2))", "\\sqrt{\\max\\left(x,\\beta_{2}\\right)}"},
  };
  for (const auto& [text, latex] : formulas) EXPECT_EQ(std::string(own(text).description->formula), latex);
}

TEST(Expression, PropertiesAreMeasuredAsOfAnyFunction) {
  const CatalogueEntry& entry = own("tanh(x)");
  const Properties written = measure(*entry.kernels, {});
  const Properties known = measure(*find_activation("tanh")->kernels, {});
  EXPECT_EQ(written.mean_square, known.mean_square);
  EXPECT_EQ(written.left_end, known.left_end);
  EXPECT_EQ(written.symmetry, Symmetry::odd);
  EXPECT_EQ(written.left, Saturation::soft);
  EXPECT_EQ(written.continuity, Continuity::smooth);

  const Properties broken = measure(*own("x > 0.3 ? x : 0").kernels, {});
  EXPECT_EQ(broken.continuity, Continuity::discontinuous);
  ASSERT_EQ(broken.value_jumps.size(), 1u);
  EXPECT_NEAR(broken.value_jumps[0].x, 0.3f, 1e-6);
  EXPECT_EQ(broken.left, Saturation::hard);
}

std::unique_ptr<Network> network_of(const std::string& activation) {
  auto spec = read_spec(R"({"inputs":2,"layers":[{"type":"dense","units":6},{"type":"activation",)" + activation +
                        R"(},{"type":"dense","units":1}],"loss":"binary_cross_entropy","batch_size":10,)"
                        R"("optimizer":{"type":"adam","learning_rate":0.01},"dataset":{"name":"moons","size":60}})");
  if (!spec) {
    ADD_FAILURE() << spec.error().message;
    std::abort();
  }
  Dataset data = make_dataset(*spec->dataset);
  return std::move(*Network::make(std::move(*spec), std::move(data)));
}

TEST(Expression, NetworksTrainWithThem) {
  std::vector<float> known(200), written(200);
  network_of(R"("id":"tanh")")->train(200, known.data());
  network_of(R"json("id":"=tanh(x)")json")->train(200, written.data());
  EXPECT_EQ(known, written);
  EXPECT_LT(known.back(), known.front());

  auto network = network_of(R"json("id":"=x * sigmoid(b * x); b = 0.5","learned":["b"])json");
  network->train(200, written.data());
  EXPECT_LT(written.back(), written.front());
}

TEST(Expression, ASpecThatWritesNoFunctionIsRefused) {
  const auto spec = read_spec(
      R"json({"inputs":2,"layers":[{"type":"activation","id":"=x * tanhh(x)"}],"loss":"mean_squared_error",)json"
      R"json("batch_size":1,"optimizer":{"type":"sgd","learning_rate":0.1}})json");
  ASSERT_FALSE(spec);
  EXPECT_EQ(spec.error().code, "expression");
  EXPECT_EQ(spec.error().path, "layers[0].id");
  EXPECT_NE(spec.error().message.find("did you mean tanh?, at position 5"), std::string::npos) << spec.error().message;
}

}  // namespace
}  // namespace playground::test
