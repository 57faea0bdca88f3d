// Maxout: the largest of k affine pieces (Goodfellow et al. 2013). At a tie the first piece keeps the whole gradient.
#pragma once

#include "cpp/catalogue/description.h"

namespace playground {

struct Maxout {
  static constexpr Description description{
      .id = "maxout",
      .name_en = "Maxout",
      .name_zh = "Maxout",
      .kind = Kind::pooled,
      .formula = R"(\max_{j\in[1,k]} z_j)",
      .derivative = R"(\frac{\partial h}{\partial z_j}=[\,j=\min\arg\max_i z_i\,])",
      .frameworks = {.tensorflow = "tfa.layers.Maxout (archived)"},
      .aliases = "最大输出",
      .in_survey = true,
  };
  static constexpr std::array<Parameter, 1> parameters{{
      {.name = "k", .latex = "k", .initial = 2.0f, .minimum = 2.0f, .maximum = 8.0f, .integer = true},
  }};

  // Whether the candidate, a later piece, takes the place of the best piece so far. NaN takes it and keeps it.
  Mask32x4 replaces(F32x4 best, F32x4 candidate) const {
    return (best < candidate) | (is_nan(candidate) & !is_nan(best));
  }
};

}  // namespace playground
