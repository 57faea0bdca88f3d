/** A wrong argument: what was wrong, where, and what is valid. The engine stays usable after it. */
export class ActivationPlaygroundError extends Error {
  override readonly name = 'ActivationPlaygroundError'

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
