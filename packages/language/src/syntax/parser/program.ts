// The form of the parser's tables, which scripts/artifacts/parse-program.mjs writes from the Langium grammar.

export interface ParseProgram {
    /** The rule for a whole file. */
    entry: string;
    /** Keywords and phrases, longest first. */
    keywords: readonly string[];
    terminals: readonly { name: string; pattern: string; hidden: boolean }[];
    /** Lists and flags that every node of a type has, though empty or false. */
    defaults: Readonly<Record<string, { lists: readonly string[]; flags: readonly string[] }>>;
    rules: readonly ProgramRule[];
}

export type ProgramRule =
    | { name: string; kind: 'node'; type: string; body: Element }
    /** A rule whose value is a text. */
    | { name: string; kind: 'text'; body: Element }
    /** A rule that fills the node of the rule that calls it. */
    | { name: string; kind: 'fragment'; body: Element };

export type Element =
    | readonly ['keyword', string]
    | readonly ['terminal', string]
    | readonly ['rule', string]
    | readonly ['assign', string, '=' | '+=' | '?=', Element]
    | readonly ['sequence', ...Element[]]
    | readonly ['alternatives', ...Element[]]
    | readonly ['?' | '*' | '+', Element]
    /** What was read so far becomes the first item of a list of a new node. */
    | readonly ['wrap', string, string]
    /** The node has this type. */
    | readonly ['become', string]
    /** Opening brace, item, and how items come. */
    | readonly ['block', Element, Element, BlockForm]
    | readonly ['file', Element, BlockForm];

export interface BlockForm {
    /** An empty block is not allowed by the grammar. */
    required: boolean;
    /** Items need a separator between them. */
    separated: boolean;
    separators: readonly string[];
}
