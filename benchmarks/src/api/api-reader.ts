/** What each of the compared does. */
export interface ApiReader {
  /** `/users/me`, with two fields. */
  getUser(): Promise<unknown>
  /** How many tasks a project has, by reading them all, a hundred at a time. */
  countTasks(project: string): Promise<number>
}
