/** The reader's sessions. */
export declare function findUser(bearerToken: string): Promise<{ readonly id: string } | undefined>
