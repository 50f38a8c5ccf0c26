// The executed examples of the pages on the command line: fences marked `console`, each command with exactly what it prints.
import fs from 'node:fs';

/** A command of a fence: what stands after `$ crit`, and the lines below it. */
export interface ConsoleCommand {
    line: string;
    expected: string;
}

export interface ConsoleFence {
    /** Page and line, for the name of the test. */
    place: string;
    commands: ConsoleCommand[];
    /** Where its body stands in the page. */
    start: number;
    end: number;
}

/** The fences of a page, from the first to the last. */
export function consoleFences(page: string): ConsoleFence[] {
    const text = fs.readFileSync(page, 'utf8');
    return [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => {
        const body = match[1] ?? '';
        const start = match.index + '```console\n'.length;
        return {
            place: `${page.replace(/^.*[\\/]docs[\\/]/, 'docs/')}:${text.slice(0, match.index).split('\n').length}`,
            commands: commandsOf(body),
            start,
            end: start + body.length,
        };
    });
}

function commandsOf(body: string): ConsoleCommand[] {
    const commands: ConsoleCommand[] = [];
    for (const line of body.split('\n').slice(0, -1)) {
        const last = commands.at(-1);
        if (line.startsWith('$ crit')) commands.push({ line: line.slice(2), expected: '' });
        else if (last !== undefined) last.expected += `${line}\n`;
    }
    return commands;
}

/** The words of a command line; single quotes hold a word with blanks together. */
export function wordsOf(line: string): string[] {
    return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** Whether a text is what a fence shows; a line with nothing but `…` stands for any lines. */
export function isAsShown(actual: string, shown: string): boolean {
    const pieces = shown.split(/^…\n/m);
    let at = 0;
    for (const [index, piece] of pieces.entries()) {
        const found =
            index === 0 ? (actual.startsWith(piece) ? 0 : -1) : index === pieces.length - 1 ? lastPlace(actual, piece, at) : actual.indexOf(piece, at);
        if (found < 0) return false;
        at = found + piece.length;
    }
    return pieces.length > 1 || at === actual.length;
}

function lastPlace(text: string, end: string, from: number): number {
    return text.endsWith(end) && text.length - end.length >= from ? text.length - end.length : -1;
}
