// Lives here because a package is found from the folder of the file that imports it.
export const load = name => import(name)
