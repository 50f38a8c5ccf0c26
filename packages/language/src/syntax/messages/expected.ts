// Puts into words what could stand at a place of the grammar.
import type { Step } from '../parser/step.js';
import { TOKEN_TYPES } from '../parser/token.js';
import { members } from '../parser/token-set.js';

const CALLED: readonly (readonly [string, string])[] = [
    ['QUOTED_NAME', 'a name'],
    ['NUMBER', 'a number'],
    ['UNIT', 'a unit'],
    ['STRING', 'a text in double quotes'],
    ['<=', 'a comparison (<, <=, >, >=, =)'],
    ['CODE', 'a code such as mesh:D008180'],
    ['{', 'a block { … }'],
    [':', "':'"],
    [')', "')'"],
];

/** More than this says nothing. */
const MOST = 5;

/** 'a number or a name'; empty when too much could stand there to help. */
export function describeExpected(steps: readonly Step[]): string {
    const names = new Set(steps.flatMap((step) => members(step.first)).map((index) => TOKEN_TYPES[index]?.name ?? ''));
    const called = CALLED.filter(([name]) => names.has(name)).map(([, words]) => words);
    if (names.has('ID') && !names.has('QUOTED_NAME')) called.push('an identifier');
    // Where a name can stand, so can many words of the language; they are not listed.
    const keywords = names.has('QUOTED_NAME') ? [] : [...names].filter((name) => /^[a-z]/.test(name)).map((name) => `'${name}'`);
    const all = [...called, ...keywords];
    if (all.length === 0 || all.length > MOST) return '';
    return all.length === 1 ? (all[0] as string) : `${all.slice(0, -1).join(', ')} or ${all[all.length - 1] as string}`;
}
