/** Of an instance of the subclass that hands it up. */
type View = (instance: never) => unknown
type Inspect = (value: unknown, options: object) => string

/**
 * A class whose instances are printed (`console.log`, `util.inspect`) as the view of them that is handed to its
 * constructor: without their secrets. A base class from a pure call, because bundlers keep each class that has
 * something done to it, used or not.
 */
export const Printed: new (view: View) => object = /* @__PURE__ */ printedClass()

function printedClass() {
  return class {
    readonly #view: View

    constructor(view: View) {
      this.#view = view
    }

    [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, inspect?: Inspect): unknown {
      // A proxy, or an object made from this one, inherits the method and not the view.
      const { name } = this.constructor
      if (!(#view in this)) return name
      const shown = this.#view(this as never)
      return inspect ? `${name} ${inspect(shown, options)}` : shown
    }
  }
}
