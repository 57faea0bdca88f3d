import { expect, test } from '@playwright/test'
import { visit } from './visit'

/** Calls whose defaults are not this catalogue's, or that a name alone does not make. */
const calls: readonly (readonly [open: string, code: string, line: string])[] = [
  ['prelu', 'keras', 'keras.layers.PReLU(alpha_initializer=keras.initializers.Constant(0.25))'],
  ['prelu', 'onnx', "helper.make_node('PRelu', ['x', 'c1'], ['y'])"],
  ['leaky_relu', 'tensorflow', 'tf.nn.leaky_relu(x, alpha=0.01)'],
  ['leaky_relu', 'keras', 'keras.activations.leaky_relu(x, negative_slope=0.01)'],
  ['gelu', 'jax', 'jax.nn.gelu(x, approximate=False)'],
  ['soft_shrink:lambd=1', 'onnx', "helper.make_node('Shrink', ['x'], ['y'], lambd=1.0, bias=1.0)"],
  ['hard_tanh:max_val=2', 'tensorflow', 'tf.clip_by_value(x, -1, 2)'],
  ['softmax', 'pytorch', 'torch.nn.Softmax(dim=-1)'],
  ['softmax', 'onnx', "helper.make_node('Softmax', ['x'], ['y'], axis=-1)"],
  ['elu:alpha=2', 'onnx', "helper.make_node('Elu', ['x'], ['y'], alpha=2.0)"],
  ['swiglu', 'onnx', "helper.make_node('SwiGLU', ['gate', 'value'], ['y'], alpha=1.0)"],
  ['erf', 'jax', 'import jax.scipy.special'],
]

test('snippets give what a framework takes otherwise by default', { tag: '@once' }, async ({ page }) => {
  for (const [open, code, line] of calls) {
    await visit(page, `#catalogue&open=${open}&code=${code}`)
    await expect(page.locator('.sheet pre'), `${open} ${code}`).toContainText(line)
  }
})
