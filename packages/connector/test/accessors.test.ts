import { expect, it } from 'vitest'
import { accessorTypes } from './accessor-types.ts'

it('the types of the accessors are those of the catalogue', async () => {
  await expect(accessorTypes()).toMatchFileSnapshot('../src/accessors/entity-accessors.gen.ts')
})
