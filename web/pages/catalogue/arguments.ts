// What the frameworks call the parameters, and calls that their names alone do not give. Facts about other people's
// interfaces, and the only ones here: everything else about a snippet follows from the catalogue.

import type { Framework } from '../../engine/types.js'

/** By function and framework: our parameter's name -> the argument's. Absent: the framework has no such argument. */
export const ARGUMENTS: Readonly<
  Record<string, Partial<Record<Framework, Readonly<Record<string, string>>>>>
> = {
  leaky_relu: {
    pytorch: { negative_slope: 'negative_slope' },
    keras: { negative_slope: 'negative_slope' },
    jax: { negative_slope: 'negative_slope' },
    tensorflow: { negative_slope: 'alpha' },
    onnx: { negative_slope: 'alpha' },
  },
  elu: {
    pytorch: { alpha: 'alpha' },
    keras: { alpha: 'alpha' },
    jax: { alpha: 'alpha' },
    onnx: { alpha: 'alpha' },
  },
  celu: {
    pytorch: { alpha: 'alpha' },
    keras: { alpha: 'alpha' },
    jax: { alpha: 'alpha' },
    onnx: { alpha: 'alpha' },
  },
  prelu: { pytorch: { a: 'init' } },
  softplus: { pytorch: { beta: 'beta' } },
  squareplus: { keras: { b: 'b' }, jax: { b: 'b' } },
  swish: { tensorflow: { beta: 'beta' }, onnx: { beta: 'alpha' } },
  hard_sigmoid_linear: { onnx: { alpha: 'alpha', beta: 'beta' } },
  hard_tanh: { pytorch: { min_val: 'min_val', max_val: 'max_val' } },
  hard_shrink: { pytorch: { lambd: 'lambd' }, keras: { lambd: 'threshold' }, onnx: { lambd: 'lambd' } },
  soft_shrink: { pytorch: { lambd: 'lambd' }, keras: { lambd: 'threshold' }, onnx: { lambd: 'lambd' } },
  shrink: { onnx: { lambd: 'lambd', bias: 'bias' } },
  thresholded_relu: { onnx: { theta: 'alpha' } },
  threshold: {
    pytorch: { threshold: 'threshold', value: 'value' },
    keras: { threshold: 'threshold', value: 'default_value' },
  },
  gumbel_softmax: { pytorch: { tau: 'tau' } },
}

/** Instead of the catalogue's name, where that is not yet a call. */
export const CALLS: Readonly<Record<string, Partial<Record<Framework, string>>>> = {
  binary_step: {
    pytorch: 'torch.heaviside(x, values=torch.ones(()))',
    keras: 'keras.ops.heaviside(x, 1)',
    jax: 'jax.numpy.heaviside(x, 1)',
    tensorflow: 'tf.experimental.numpy.heaviside(x, 1)',
  },
  cubic: { keras: 'keras.ops.power(x, 3)', jax: 'jax.numpy.power(x, 3)', tensorflow: 'tf.pow(x, 3)' },
  // Zeros, were nothing said; in ONNX the slope is an input.
  prelu: {
    keras: 'keras.layers.PReLU(alpha_initializer=keras.initializers.Constant(a))',
    onnx: 'PRelu(x, a)',
  },
  hard_tanh: { tensorflow: 'tf.clip_by_value(x, min_val, max_val)', onnx: 'Clip(x, min_val, max_val)' },
  soft_shrink: { onnx: 'Shrink(lambd=lambd, bias=lambd)' },
  // Without a dimension PyTorch guesses one; ONNX took 1 before opset 13.
  softmax: { pytorch: 'torch.nn.Softmax(dim=-1)', onnx: 'Softmax(axis=-1)' },
  log_softmax: { pytorch: 'torch.nn.LogSoftmax(dim=-1)', onnx: 'LogSoftmax(axis=-1)' },
  softmin: { pytorch: 'torch.nn.Softmin(dim=-1)' },
  hardmax: { onnx: 'Hardmax(axis=-1)' },
  rrelu: {
    pytorch: 'torch.nn.RReLU (in training each element draws a slope; in evaluation it is their mean)',
  },
  gumbel_softmax: { pytorch: 'torch.nn.functional.gumbel_softmax (with noise, drawn at every call)' },
  maxout: {
    tensorflow:
      'tfa.layers.Maxout(num_units=x.shape[-1] // k) (archived; pieces are num_units apart, here side by side)',
  },
  swiglu: {
    onnx: 'SwiGLU(gate, value, alpha=alpha) (opset 28; here the gate is the second half of x, the value the first)',
  },
}
