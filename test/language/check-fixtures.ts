// The fixtures of the checks: files of Crit with what they must report written into them, and nothing else may be reported.
//
//     //! NAME "part of the message" at "the marked text"
//
// stands on a line of its own above the line in which the diagnostic begins (several of them stand one below the other). 'at "…"' is the text that the
// diagnostic marks, blanks folded; with … at its end, the beginning of it. 'at file' is for a file that cannot be read, which has no places.
import fs from 'node:fs';
import path from 'node:path';
import { unreadableFile } from '@crit-lang/language/checks/unreadable-file.js';
import { compile } from '@crit-lang/language/compile.js';
import type { Diagnostic, Fix } from '@crit-lang/language/diagnostics/diagnostic.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { SourceText } from '@crit-lang/language/syntax/source-text.js';
import { inRoot } from '../support/repository.js';

export const FIXTURES = inRoot('test/fixtures/checks');

export interface Expectation {
    name: string;
    message: string;
    /** Null: not said; 'file': the whole file. */
    at: string | null;
    /** Zero-based line in which the diagnostic begins. */
    line: number;
    /** One-based line of the marker itself. */
    markedAt: number;
}

export interface CheckedFixture {
    /** Folder and file, as in `empty-list/invalid.crit`. */
    name: string;
    /** The check that the folder is named after. */
    check: string;
    kind: 'invalid' | 'valid';
    source: SourceText;
    expected: Expectation[];
    diagnostics: Diagnostic[];
}

const MARKER = /^\s*\/\/!\s+([a-z-]+)\s+"((?:\\.|[^"\\])*)"(?:\s+at\s+(?:"((?:\\.|[^"\\])*)"|(file)))?\s*$/;

/** The expectations written into a text; throws at a marker that cannot be read. */
export function expectations(text: string): Expectation[] {
    const lines = text.split('\n');
    return lines.flatMap((line, index): Expectation[] => {
        if (!/^\s*\/\/!/.test(line)) return [];
        const match = MARKER.exec(line);
        if (match === null) throw new Error(`line ${index + 1} is no marker: ${line.trim()}`);
        let next = index + 1;
        while (/^\s*\/\/!/.test(lines[next] ?? '')) next++;
        const [, name = '', message = '', at, file] = match;
        return [{ name, message: unescaped(message), at: file ?? (at === undefined ? null : unescaped(at)), line: next, markedAt: index + 1 }];
    });
}

/** Reads and checks one fixture of test/fixtures/checks. */
export function checkFixture(check: string, fileName: string): CheckedFixture {
    const file = path.join(FIXTURES, check, fileName);
    const workspace = new Workspace(path.dirname(file));
    const opened = workspace.open(file);
    const kind = fileName.startsWith('invalid') ? 'invalid' : 'valid';
    if ('problem' in opened) {
        const text = fs.readFileSync(file, 'latin1');
        return {
            name: `${check}/${fileName}`,
            check,
            kind,
            source: new SourceText(fileName, text, 0),
            expected: expectations(text),
            diagnostics: [unreadableFile(opened.problem)],
        };
    }
    const { source } = opened.file;
    const { diagnostics } = compile(opened.file, workspace.importsOf(file, null));
    return { name: `${check}/${fileName}`, check, kind, source, expected: expectations(source.text), diagnostics };
}

/** The fixtures of a check, sorted; files that only others import are left out. */
export function fixturesOf(check: string): string[] {
    const folder = path.join(FIXTURES, check);
    return fs.existsSync(folder)
        ? fs
              .readdirSync(folder)
              .filter((name) => /^(?:in)?valid[a-z0-9-]*\.crit$/.test(name))
              .sort()
        : [];
}

/** Sentences, one for each expectation that nothing met and each diagnostic that nobody expected. */
export function differences({ source, expected, diagnostics }: CheckedFixture): string[] {
    const left = [...diagnostics];
    const problems: string[] = [];
    for (const expectation of expected) {
        const index = left.findIndex((diagnostic) => meets(diagnostic, expectation, source));
        if (index >= 0) left.splice(index, 1);
        else
            problems.push(
                `line ${expectation.markedAt}: not reported: ${expectation.name} "${expectation.message}"${expectation.at === null ? '' : ` at "${expectation.at}"`}`,
            );
    }
    for (const diagnostic of left)
        problems.push(
            `line ${diagnostic.range.start.line + 1}: not expected: ${diagnostic.name}: ${diagnostic.message} at "${folded(source.textOf(diagnostic.range))}"`,
        );
    return problems;
}

function meets(diagnostic: Diagnostic, { name, message, at, line }: Expectation, source: SourceText): boolean {
    if (diagnostic.name !== name || !diagnostic.message.includes(message)) return false;
    if (at === 'file') return true;
    if (diagnostic.range.start.line !== line) return false;
    const text = folded(source.textOf(diagnostic.range));
    return at === null || (at.endsWith('…') ? text.startsWith(at.slice(0, -1).trimEnd()) : text === at);
}

function folded(text: string): string {
    return text.replace(/\s+/g, ' ');
}

function unescaped(text: string): string {
    return text.replace(/\\(.)/g, '$1');
}

/** The text after a fix; throws when its edits overlap or lie in another file. */
export function applied(fix: Fix, source: SourceText): string {
    const edits = fix.edits.map(({ range, newText }) => {
        if (range.file !== 0) throw new Error(`'${fix.title}' changes another file`);
        return { start: source.offsetAt(range.start), end: source.offsetAt(range.end), newText };
    });
    edits.sort((a, b) => b.start - a.start || b.end - a.end);
    let { text } = source;
    let last = Infinity;
    for (const { start, end, newText } of edits) {
        if (end > last) throw new Error(`the edits of '${fix.title}' overlap`);
        text = text.slice(0, start) + newText + text.slice(end);
        last = start;
    }
    return text;
}

/** Checks a text as the fixture would be, with its imports. */
export function checkAgain({ check }: CheckedFixture, text: string): Diagnostic[] {
    const file = path.join(FIXTURES, check, 'changed.crit');
    return compile(parseFile('changed.crit', text), new Workspace(path.dirname(file)).importsOf(file, null)).diagnostics;
}
