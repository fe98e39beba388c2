/** What each of the compared does. */
export interface ApiReader {
  /** `/users/me`, with two fields. */
  getUser(): Promise<unknown>
  /** All tasks of a project as an array, read a hundred at a time. */
  listTasks(project: string): Promise<readonly unknown[]>
  /** How many tasks a project has, by looking at one after the other as they come. */
  countTasks(project: string): Promise<number>
}
