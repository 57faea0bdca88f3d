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

  /** @param position of the first character that does not fit, 0 to the length of the text */
  constructor(
    message: string,
    readonly position: number,
  ) {
    super('expression', 'expression', message)
  }
}
