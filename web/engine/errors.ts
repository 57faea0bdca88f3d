/** A wrong argument: what was wrong, where, and what is valid. The engine stays usable after it. */
export class ActivationPlaygroundError extends Error {
  override readonly name: string = 'ActivationPlaygroundError'

  /**
   * @param code stable, for programs: 'unknown_activation', 'unknown_field', 'out_of_range', ...
   * @param path the field, as one would write it: 'layers[1].units'
   */
  constructor(
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(message)
  }
}

/** What was written is no function. The message says why and, where a known name is near, which. */
export class ExpressionError extends ActivationPlaygroundError {
  override readonly name = 'ExpressionError'

  /**
   * @param position of the first character that does not fit, 0 to the length of the text
   * @param reason stable, for programs: 'unknown_name', 'no_bracket', ... (cpp/expression/mistakes.h)
   * @param details what stands in the message, for those who say it in another language
   */
  constructor(
    message: string,
    readonly position: number,
    readonly reason: string,
    readonly details: readonly string[],
  ) {
    super('expression', 'expression', message)
  }
}
