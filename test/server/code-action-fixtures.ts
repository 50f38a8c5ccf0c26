// The fixtures of the code actions: a text with one finding, and the text after each kind of fix that is offered for it.
//
//     test/fixtures/code-actions/FINDING/NAME.before.crit          reports FINDING at one place
//     test/fixtures/code-actions/FINDING/NAME.after.crit           its text after the action; several of them: NAME.KIND.after.crit
//
// The first line of the text after it is '//! TITLE', the title of the action. A second line '//! then NAME, NAME' names what the new text reports that the old
// one did not: what is left to do. Neither line belongs to the text. Files that are imported have other names, such as 'terms.crit'.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../support/repository.js';

export const FIXTURES = inRoot('test/fixtures/code-actions');

export interface ActionFixture {
    /** The finding that is mended. */
    readonly finding: string;
    /** FINDING/NAME.after.crit */
    readonly name: string;
    readonly before: string;
    readonly title: string;
    readonly after: string;
    /** What the text after it reports that the one before did not. */
    readonly then: readonly string[];
    readonly others: Readonly<Record<string, string>>;
}

/** The findings that have a folder. */
export function findingsWithFixtures(): string[] {
    return fs.readdirSync(FIXTURES).sort();
}

/** The pairs of one finding; a file without its counterpart throws. */
export function actionFixtures(finding: string): ActionFixture[] {
    const folder = path.join(FIXTURES, finding);
    const names = fs.readdirSync(folder).sort();
    const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
    const others = Object.fromEntries(names.filter((name) => !/\.(?:before|after)\.crit$/.test(name)).map((name) => [name, read(name)]));
    const befores = new Set(names.filter((name) => name.endsWith('.before.crit')));
    const paired = new Set<string>();
    const fixtures = names
        .filter((name) => name.endsWith('.after.crit'))
        .map((name): ActionFixture => {
            const before = `${name.split('.')[0] ?? ''}.before.crit`;
            if (!befores.has(before)) throw new Error(`${finding}/${name} has no ${before}`);
            paired.add(before);
            const [, title, then = '', after] = /^\/\/! (?!then )(.+)\n(?:\/\/! then (.+)\n)?([^]*)$/.exec(read(name)) ?? [];
            if (title === undefined || after === undefined) throw new Error(`${finding}/${name} does not begin with '//! TITLE'`);
            return { finding, name: `${finding}/${name}`, before: read(before), title, after, then: then === '' ? [] : then.split(', '), others };
        });
    const alone = [...befores].filter((name) => !paired.has(name));
    if (alone.length > 0) throw new Error(`${finding}/${alone.join(', ')} has no text after an action`);
    return fixtures;
}
