const inspectCustom = Symbol.for('nodejs.util.inspect.custom')

/** Prints without its secrets, by `toJSON` of the class or by the given view. */
export function hideSecrets<T extends object>(
  type: { readonly name: string; readonly prototype: T & { toJSON?(): unknown } },
  view?: (value: T) => unknown,
): void {
  const { name } = type
  Object.defineProperty(type.prototype, inspectCustom, {
    value(
      this: T & { toJSON?(): unknown },
      _depth: number,
      options: object,
      inspect?: (value: unknown, options: object) => string,
    ) {
      const shown = view ? view(this) : this.toJSON?.()
      return inspect ? `${name} ${inspect(shown, options)}` : shown
    },
  })
}
