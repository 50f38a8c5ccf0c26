// unquoted-vague-word: a known vague word before a term must be quoted, so that it is a named, flagged qualifier.
import type { AstNode } from 'langium';
import type { Lowering } from '../lowering/lowering.js';
import { nameRange } from '../lowering/name-range.js';
import { quoteText } from '../syntax/written-values.js';
import { writeName } from '../syntax/write-name.js';

/** Words that protocols use without saying where their border runs. */
export const VAGUE_WORDS: readonly string[] = [
    'clinically significant',
    'clinically relevant',
    'clinically meaningful',
    'severe',
    'moderate',
    'mild',
    'moderate-to-severe',
    'mild-to-moderate',
    'serious',
    'significant',
    'recent',
    'active',
    'uncontrolled',
    'unstable',
    'stable',
    'adequate',
    'inadequate',
    'sufficient',
    'appropriate',
    'major',
    'minor',
    'relevant',
    'abnormal',
    'normal',
    'poor',
    'progressive',
    'rapidly progressive',
    'persistent',
    'chronic',
    'acute',
    'advanced',
    'extensive',
    'substantial',
    'high',
    'low',
    'elevated',
    'known',
    'suspected',
    'prior',
    'excessive',
    'marked',
    'frequent',
    'refractory',
    'symptomatic',
    'current',
    'standard',
    'effective',
    'optimal',
    'other',
];

/** The vague word a name starts with and the rest of the name; null when it starts with none. */
export function vaguePrefix(name: string): { word: string; rest: string } | null {
    const lower = name.toLowerCase();
    let best: string | null = null;
    for (const word of VAGUE_WORDS) if (lower.startsWith(`${word} `) && (best === null || word.length > best.length)) best = word;
    return best === null ? null : { word: name.slice(0, best.length), rest: name.slice(best.length + 1) };
}

export function reportUnquotedVagueWord(lowering: Lowering, node: AstNode, name: string, vague: { word: string; rest: string }): void {
    const range = nameRange(lowering, node, name);
    const written = `${quoteText(vague.word)} ${writeName(vague.rest)}`;
    lowering.report(
        'unquoted-vague-word',
        range,
        `'${vague.word}' is no part of a term: it is a word whose border the protocol does not define. Put it in double quotes (${written}), so that it is named and flagged; or define what it means.`,
        {
            fixes: [{ title: `Write ${written}`, edits: [{ range, newText: written }] }],
        },
    );
}
