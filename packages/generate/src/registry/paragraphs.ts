// Original wording as an outline: its own levels, "i)", "A.", "(1)" and bullets, become nested lists.
import { cleanText } from '../phrase/clean-text.js';
import type { Block, Outline } from './outline.js';

/** The kind of label and its punctuation: "1." and "(1)" are levels of their own. */
type Style = `${'bullet' | 'section' | 'digit' | 'roman' | 'lower' | 'upper'}${string}`;

interface Paragraph {
    style: Style | null;
    text: string;
}

interface Level {
    style: Style;
    items: Outline[];
}

const BULLET = /^[-–—•·*]\s+/u;
const LABEL = /^(\(?)(\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])([.)])\s+(?=\S)/u;
/** Numbers set without a blank, "2.Severe disease", and of sections, "3.1 Relapsed disease"; what goes on in lower case is a number ("1.5 mg"). */
const TIGHT_NUMBER = /^()(\d{1,3})([.)])(?=\p{Lu}\p{Ll})/u;
const SECTION = /^\d{1,3}(?:\.\d{1,3})+\.?\s+(?=\p{Lu})/u;

/**
 * The paragraphs of a wording as one outline: the first is the text, the others stand below it. A label that has no fellow is dropped (the registry's own number replaces it); a paragraph without a label
 * stands where it is written. When every paragraph has a label, `heading` goes above them.
 */
export function wordingOutline(wording: readonly string[], heading: string): Outline {
    const paragraphs = labelled(wording.map(cleanText).filter((text) => text !== ''));
    const [first, ...rest] = paragraphs;
    if (first === undefined) {
        return { text: heading, below: [] };
    }
    const alone = first.style === null || !rest.some((paragraph) => paragraph.style === first.style);
    if (!alone) {
        return { text: heading, below: nested(paragraphs) };
    }
    return { text: first.text, below: isPlainList(first, rest) ? bullets(rest) : nested(rest) };
}

/** A lead-in with paragraphs that have no labels is a list whose bullets were lost. */
function isPlainList(first: Paragraph, rest: readonly Paragraph[]): boolean {
    return rest.every((paragraph) => paragraph.style === null) && (rest.length > 1 || (rest.length === 1 && first.text.endsWith(':')));
}

function bullets(paragraphs: readonly Paragraph[]): Block[] {
    return [{ kind: 'list', marker: 'bullet', items: paragraphs.map(({ text }) => ({ text, below: [] })) }];
}

/** Reads the label of each paragraph; whether "i" is a letter or a number depends on what came before. */
function labelled(texts: readonly string[]): Paragraph[] {
    let previous = '';
    return texts.map((text) => {
        if (BULLET.test(text)) {
            return { style: 'bullet', text: text.replace(BULLET, '') };
        }
        if (SECTION.test(text)) {
            return { style: 'section', text: text.replace(SECTION, '') };
        }
        const found = LABEL.exec(text) ?? TIGHT_NUMBER.exec(text);
        if (found === null) {
            return { style: null, text };
        }
        const [whole, open = '', label = '', close = ''] = found;
        const style: Style = `${styleOf(label, previous)}${open}${close}`;
        previous = label;
        return { style, text: text.slice(whole.length) };
    });
}

function styleOf(label: string, previous: string): 'digit' | 'roman' | 'lower' | 'upper' {
    if (/^\d/u.test(label)) {
        return 'digit';
    }
    const follows = previous.length === 1 && label.length === 1 && label.charCodeAt(0) === previous.charCodeAt(0) + 1;
    if (/^[ivx]+$/u.test(label) && !follows) {
        return 'roman';
    }
    if (label === 'ii' || label === 'iii') {
        return 'roman';
    }
    return label === label.toLowerCase() ? 'lower' : 'upper';
}

/** A label of a new style opens a level below; a style that is already open closes the levels below it. */
function nested(paragraphs: readonly Paragraph[]): Block[] {
    const below: Block[] = [];
    const open: Level[] = [];
    for (const { style, text } of paragraphs) {
        const item: Outline = { text, below: [] };
        if (style === null) {
            open.length = 0;
            below.push({ kind: 'paragraph', text });
            continue;
        }
        const level = open.findIndex((candidate) => candidate.style === style);
        if (level >= 0) {
            open.length = level + 1;
            open[level]?.items.push(item);
            continue;
        }
        const items = [item];
        const parent = open.at(-1)?.items.at(-1);
        (parent?.below ?? below).push({ kind: 'list', marker: style === 'bullet' ? 'bullet' : 'number', items });
        open.push({ style, items });
    }
    return below;
}
