// Explains the first line of a statement: identifiers that are missing or have blanks, keywords in capitals or misspelt, texts without quotes.
import type { MisspeltStatement } from '../misspelt-statements.js';
import { endOf, keywordType } from '../parser/token.js';
import type { Token } from '../parser/token.js';
import type { SourceText } from '../source-text.js';
import { quoteText } from '../written-values.js';
import type { ReservedIdentifier } from '../reserved-identifiers.js';
import type { Explain, Explanation, FaultView } from './fault-view.js';
import { shown } from './fault-view.js';
import { lowerCase } from './lines.js';

/** INCLUDE, And: keywords are lower-case. The word may stand before the place at which reading stops. */
export const explainCapitals: Explain = (fault) => {
    for (let index = fault.index; index >= fault.lineStart; index--) {
        const token = fault.tokens[index] as Token;
        const lower = token.image.toLowerCase();
        if (token.tokenType.name !== 'ID' || lower === token.image || keywordType(lower) === undefined || lower.length < 2) continue;
        // NO, AGE and AS are written in capitals for other reasons; a word at which reading stops is none of these.
        if (
            index !== fault.index &&
            !['and', 'or', 'not', 'within', 'before', 'after', 'has', 'had', 'except', 'if', 'unless', 'include', 'exclude'].includes(lower)
        )
            continue;
        return lowerCase(token, fault.source);
    }
    return undefined;
};

/** Text that stands outside of any statement. */
export const explainStatement: Explain = (fault) => {
    if (fault.rule !== 'CritFile' && fault.rule !== 'Section') return undefined;
    const heading =
        fault.name(1) !== '{' &&
        /^(?:(?:key |main )?(?:inclusion|exclusion|eligibility) criteria|criteria for (?:inclusion|exclusion))\s*:?$/i.test(
            fault.text(fault.index, fault.lineEnd),
        );
    if (heading)
        return {
            message:
                'Headings are not written: the generators write them. Each criterion says itself whether it is one of inclusion or exclusion. Remove the line.',
            range: fault.range(fault.index, fault.lineEnd),
            fixes: [fault.remove('Remove the heading', fault.index, fault.lineEnd)],
        };
    if (fault.rule === 'Section')
        return {
            message: `A section 'for …' holds criteria only: include … or exclude …. ${capital(found(fault))} stands outside of them.`,
            range: fault.place,
        };
    return {
        message: `${capital(found(fault))} stands outside of any criterion, definition or other statement. Move it into a block, or begin a statement: include, exclude, define, protocol, cohort, import, ….`,
        range: fault.place,
    };
};

/** INCLUDE I-1, exclusion E-2. */
export function explainMisspelt({ token, meant }: MisspeltStatement, source: SourceText): Explanation {
    if (token.image.toLowerCase() === meant) return lowerCase(token, source);
    const range = source.range(token.startOffset, endOf(token));
    return {
        message: `'${shown(token.image)}' begins no statement. It is read as ${meant}.`,
        range,
        fixes: [{ title: `Write '${meant}'`, edits: [{ range, newText: meant }] }],
    };
}

/** reading every "…". */
export function explainReservedIdentifier({ token, statement }: ReservedIdentifier, source: SourceText): Explanation {
    const range = source.range(token.startOffset, endOf(token));
    const what = statement === 'include' || statement === 'exclude' ? 'criterion' : statement === 'assert' ? 'assertion' : statement;
    const id = `${token.image}-1`;
    return {
        message: `'${token.image}' is a word of the language, so it cannot name ${what.startsWith('a') ? 'an' : 'a'} ${what} by itself. Write another identifier, for example ${id}.`,
        range,
        fixes: [{ title: `Write '${id}'`, edits: [{ range, newText: id }] }],
    };
}

const HEADED_BY_ID = new Set(['include', 'exclude', 'reading', 'assert', 'cohort', 'arm', 'protocol']);

/** include "Title", include {, include I 1, include 1a. */
export const explainIdentifier: Explain = (fault) => {
    const { rule } = fault;
    if (rule !== 'Criterion' && rule !== 'Reading' && rule !== 'Assertion' && rule !== 'Cohort' && rule !== 'Protocol') return undefined;
    const what = rule === 'Criterion' ? 'criterion' : rule.toLowerCase();
    if (HEADED_BY_ID.has(fault.name(-1)) && fault.expects('ID')) return missingId(fault, what);
    const idBefore = fault.name(-1) === 'ID' && HEADED_BY_ID.has(fault.name(-2));
    if (!idBefore) return undefined;
    if (fault.image() === ':' || fault.image() === '.')
        return {
            message: `An identifier is followed by the title in double quotes, without '${fault.image()}'.`,
            range: fault.place,
            fixes: [fault.remove(`Remove '${fault.image()}'`, fault.index, fault.index)],
        };
    if (fault.name() !== 'NUMBER' && fault.name() !== 'ID' && fault.name() !== 'UNIT') return undefined;
    let last = fault.index;
    while (last < fault.lineEnd && ['ID', 'NUMBER', 'UNIT'].includes(fault.tokens[last + 1]?.tokenType.name ?? '')) last++;
    // A sentence is a title without quotes, not an identifier with blanks.
    if (last - fault.index >= 2 || (fault.name() === 'ID' && fault.image().length > 3)) {
        const title = fault.text(fault.index, last);
        const closed = /^["“]/.test(fault.tokens[last + 1]?.image ?? '');
        const fix = closed
            ? fault.insert('Add the opening quote', fault.token.startOffset, '"')
            : fault.replace('Put the title into double quotes', fault.index, last, quoteText(title));
        return { message: `The title of a ${what} stands in double quotes: ${quoteText(shown(title))}.`, range: fault.range(fault.index, last), fixes: [fix] };
    }
    const id = fault
        .text(fault.index - 1, last)
        .trim()
        .replace(/\s+/g, '-');
    const range = fault.range(fault.index - 1, last);
    if (!/^[\p{L}\p{N}._-]+$/u.test(id))
        return {
            message: `The identifier of a ${what} has letters, digits and hyphens only; then comes the title in double quotes. Here stands '${shown(id)}'.`,
            range,
        };
    return {
        message: `An identifier has no blanks: ${id}.`,
        range,
        fixes: [fault.replace(`Write '${id}'`, fault.index - 1, last, id)],
    };
};

function missingId(fault: FaultView, what: string): Explanation {
    const number = fault.name() === 'NUMBER';
    const prefix = fault.name(-1) === 'exclude' ? 'E' : 'I';
    const example = freeId(fault, prefix);
    if (number)
        return {
            message: `An identifier starts with a letter: ${prefix}-${fault.image()}.`,
            range: fault.place,
            fixes: [fault.replace(`Write '${prefix}-${fault.image()}'`, fault.index, fault.index, `${prefix}-${fault.image()}`)],
        };
    const range = fault.range(fault.index - 1, fault.index - 1);
    const message = `The ${what} needs an identifier, by which others can name it: ${fault.image(-1)} ${example} …. It starts with a letter and has no blanks.`;
    if (what !== 'criterion' || fault.atEnd || (fault.name() !== 'STRING' && fault.name() !== '{')) return { message, range };
    return { message, range, fixes: [fault.insert(`Write '${fault.image(-1)} ${example}'`, fault.token.startOffset, `${example} `)] };
}

function freeId(fault: FaultView, prefix: string): string {
    const used = new Set(
        fault.tokens
            .filter(({ tokenType }, index) => tokenType.name === 'ID' && /^(?:include|exclude)$/.test(fault.tokens[index - 1]?.tokenType.name ?? ''))
            .map(({ image }) => image),
    );
    let number = 1;
    while (used.has(`${prefix}-${number}`)) number++;
    return `${prefix}-${number}`;
}

/** wording Participants must …: the text has no quotes. */
export const explainTextWithoutQuotes: Explain = (fault) => {
    if (!fault.expectsOnly('STRING', 'OPEN_STRING')) return undefined;
    const key = fault.image(-1);
    if (fault.atEnd) return { message: `After '${key}' a text in double quotes is missing.`, range: fault.place };
    let last = fault.index;
    while (last < fault.lineEnd && !/^[{}]$/.test(fault.text(last + 1, last + 1))) last++;
    const text = fault
        .text(fault.index, last)
        .trim()
        .replace(/^[„«‚‘']+|["“”»’]$/g, '');
    return {
        message: `The text after '${key}' stands in double quotes ("…").`,
        range: fault.range(fault.index, last),
        fixes: [fault.replace('Put the text into double quotes', fault.index, last, quoteText(text))],
    };
};

function found(fault: FaultView): string {
    return `'${shown(fault.text(fault.index, Math.max(fault.index, fault.lineEnd)), 40)}'`;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
