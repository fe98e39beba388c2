/** Where the client under test sends the user. */
export declare const authorizationUrl: string
