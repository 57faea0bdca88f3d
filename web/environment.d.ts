// Modules that the build makes.

/** Formulas of the catalogue, rendered to MathML when the page is built. */
declare module 'virtual:formulas' {
  export const formulas: Readonly<Record<string, string>>
  export const derivatives: Readonly<Record<string, string>>
  /** CSS that the MathML relies on: it carries no style attributes, which a strict CSP would block. */
  export const styles: string
}

/** What is measured of every function of one number at its defaults, when the page is built. */
declare module 'virtual:properties' {
  /** `Properties` of the public contract, which a declaration like this cannot import. */
  export const properties: Readonly<Record<string, object>>
}

/** The same of the starter engine's functions (web/engine/starter.ts). */
declare module 'virtual:starter-formulas' {
  export const formulas: Readonly<Record<string, string>>
  export const derivatives: Readonly<Record<string, string>>
  export const styles: string
}
