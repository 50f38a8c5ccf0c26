// The examples at the end of a command's help.

/** Text for Commander's `addHelpText('after', …)`. */
export function examples(...lines: string[]): string {
    return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
