// How a term is named to a patient: its plain words, its technical name in brackets where the doctor's letter has that, drugs by their own name.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { cleanText } from '../phrase/clean-text.js';
import { join, words, type Inline } from './inline.js';
import { BODY_PART_WORDS } from './words.js';
import type { Wording } from './wording.js';

const ARTICLE = /^(?:an?|the|your|any|one|some)\s+/iu;

/** Nouns of which one has one at a time: the fallback name of a term needs its article before them. */
const COUNTABLE =
    /\b(?:stroke|attack|transplant|transplantation|infection|seizure|rash|tumou?r|clot|ulcer|injury|fracture|biopsy|vaccine|vaccination|lesion|aneurysm|embolism|crisis|relapse|scan|test|disorder|allergy)$/iu;

function comparable(text: string): string {
    return text
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim();
}

function namesOf(term: Term): string[] {
    return [term.id, term.title ?? '', ...term.synonyms].map(comparable).filter((name) => name !== '');
}

function isAcronym(name: string): boolean {
    return !name.includes(' ') && /\p{Lu}.*\p{Lu}/u.test(name);
}

/** The names that a doctor's letter or a laboratory report has. */
function technicalNames(term: Term): string[] {
    const id = cleanText(term.id);
    const title = term.title === null ? null : cleanText(term.title);
    if (term.kind === 'criteria') return [(title ?? id).replace(/ (?:for|of) .*$/u, '')];
    const spelt = title !== null && isAcronym(id) && (term.kind === 'condition' || term.kind === 'procedure');
    return spelt ? [title, id] : [id];
}

/** What a scale's name ends in: "NYHA class", "CTCAE grade". */
const SCALE_WORD = / (?:class|grade|stage|score|index|level)$/iu;

/** A scale by its technical name alone: "CTCAE", for "on the CTCAE scale". */
export function scaleName(id: string): string {
    return cleanText(id).replace(SCALE_WORD, '');
}

/** The technical names that the shown words do not say already. */
function brackets(shown: string, term: Term): string | null {
    const visible = ` ${comparable(shown)} `;
    const missing = technicalNames(term).filter((name) => !visible.includes(` ${comparable(name.replace(SCALE_WORD, ''))} `));
    return missing.length === 0 || (term.kind === 'condition' && missing.length < technicalNames(term).length && !isAcronym(missing[0] ?? ''))
        ? null
        : missing.join(', ');
}

const NATURES: Partial<Record<Term['kind'], 'illness' | 'drug'>> = { condition: 'illness', drug: 'drug' };

/** Kinds that a patient looks up on a report, where plain words alone are not enough. */
const ON_REPORTS: ReadonlySet<Term['kind']> = new Set(['lab', 'measure', 'score', 'grade', 'test']);

/**
 * A term in a patient's words, with "a" or "an" where the vocabulary's plain wording has it.
 * Without a plain wording the canonical name stands, or the title of an acronym.
 */
export function termName(id: string, wording: Wording): Inline[] {
    const term = wording.term(id);
    if (term === undefined) return words(cleanText(id));
    const plain = cleanText(term.plain ?? '');
    const byName = plain === '';
    const technical = term.kind === 'event' || term.kind === 'fact' ? null : brackets(byName ? fallbackName(term) : plain, term);
    const shown = byName ? fallbackName(term) : technical === null ? plain : withoutShorterName(plain, technical);
    const nature = NATURES[term.kind] ?? null;
    const isName = byName || namesOf(term).includes(comparable(shown.replace(ARTICLE, '')));
    return [
        {
            kind: 'mention',
            term: term.id,
            text: shown,
            technical,
            always: ON_REPORTS.has(term.kind) || wording.glossary.isSharedPlain(shown),
            named: isName ? nature : null,
            nature,
        },
    ];
}

/** "lupus activity score (SLEDAI)" before "(SLEDAI-2K)": one name in brackets is enough. */
function withoutShorterName(plain: string, technical: string): string {
    const match = /^(.*\S) \(([^()]+)\)$/u.exec(plain);
    return match?.[1] !== undefined && comparable(technical).startsWith(comparable(match[2] ?? '')) ? match[1] : plain;
}

function fallbackName(term: Term): string {
    const id = cleanText(term.id);
    const name = term.kind !== 'drug' && isAcronym(id) && term.title !== null ? cleanText(term.title) : id;
    return (term.kind === 'condition' || term.kind === 'procedure') && COUNTABLE.test(name) ? `${/^[aeiou]/iu.test(name) ? 'an' : 'a'} ${name}` : name;
}

/** The same without a leading article: "any …", "your …". */
export function withoutArticle(name: Inline[]): Inline[] {
    const [first, ...rest] = name;
    return first === undefined ? [] : [{ ...first, text: first.text.replace(ARTICLE, '') }, ...rest];
}

/** "your creatinine level"; "the amount of virus in your blood"; "how well your kidneys work". */
export function possessive(name: Inline[]): Inline[] {
    const text = name.map((part) => part.text).join('');
    if (/^(?:how|what|whether|your)\b/iu.test(text)) return name;
    return join(/\byour?\b/iu.test(text) ? 'the ' : 'your ', withoutArticle(name));
}

/** Whether a measure's name takes "are": "platelets", not "number of platelets", not "diabetes mellitus". */
export function isPlural(name: Inline[]): boolean {
    const text = name.map((part) => part.text).join('');
    const head =
        text.split(/ (?:of|in|on|for|from|that|which|with|without|after|before|made|by|to|at|inside|outside|around|per|when|between) |[(,]/u)[0]?.trim() ?? '';
    const last = head.split(/[\s-]/u).at(-1) ?? '';
    return /^\p{Ll}+s$/u.test(last) && !/(?:ss|us|is|as|ics|diabetes|rabies|herpes|status)$/u.test(last);
}

/** An organ system of a scale: "skin and mouth (mucocutaneous)". */
export function bodyPart(component: string): string {
    const name = cleanText(component);
    const plain = BODY_PART_WORDS.get(name.toLowerCase());
    return plain === undefined ? name : `${plain} (${name})`;
}
