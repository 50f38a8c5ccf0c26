// Units that protocols write as a whole, where taking them apart word by word would read something else.

/** Whole spellings (µ as u, superscripts as digits, single blanks) and the UCUM code of each, with the reason. */
export interface WholeUnit {
    readonly ucum: string;
    readonly spellings: readonly string[];
    readonly because: string;
}

const THOUSAND = 'K is a thousand here: kelvins per volume are never meant.';

// prettier-ignore
export const WHOLE_UNITS: readonly WholeUnit[] = [
    { ucum: '10*3/uL', spellings: ['K/uL', 'k/uL', 'K/ul', 'k/ul', 'K/mcL', 'K/mcl', 'Th/uL', 'th/uL', 'thou/uL', 'Thou/uL', 'tsd/uL'], because: THOUSAND },
    { ucum: '10*3/mm3', spellings: ['K/mm3', 'k/mm3', 'K/cmm', 'K/cumm', 'k/cumm'], because: THOUSAND },
    { ucum: '10*3/mL', spellings: ['K/mL', 'k/mL', 'K/ml'], because: THOUSAND },
    { ucum: '10*6/uL', spellings: ['M/uL', 'M/ul', 'M/mcL', 'mill/uL', 'mil/uL'], because: 'M is a million here.' },
    { ucum: '10*6/mm3', spellings: ['M/mm3', 'mill/mm3', 'mil/mm3'], because: 'M is a million here.' },
    { ucum: '10*9/L', spellings: ['G/L', 'Giga/L', 'giga/L', 'Gpt/L', 'G/l'], because: 'G is giga, 10^9 cells, in European laboratories; UCUM would read gauss per litre.' },
    { ucum: '10*12/L', spellings: ['T/L', 'Tera/L', 'tera/L', 'Tpt/L', 'T/l'], because: 'T is tera, 10^12 cells; UCUM would read tesla per litre.' },
    { ucum: 'mg/dL', spellings: ['mg%', 'mg %'], because: 'Milligram per cent is milligram per 100 mL.' },
    { ucum: 'g/dL', spellings: ['g%', 'gm%', 'g %'], because: 'Gram per cent is gram per 100 mL.' },
    { ucum: 'meq/L', spellings: ['mval/L'], because: 'The older German name of the milliequivalent.' },
];

/** Spellings that are refused because two sizes are common, and what to write instead. */
// prettier-ignore
export const REFUSED_WORDS: ReadonlyMap<string, { readonly because: string; readonly instead: readonly string[] }> = new Map([
    ['Mg', { because: 'M is the prefix for a million, so this would be a tonne', instead: ['mg'] }],
    ['MG', { because: 'M is the prefix for a million and G is no gram', instead: ['mg'] }],
    ['ML', { because: 'M is the prefix for a million, so this would be a million litres', instead: ['mL'] }],
    ['Ml', { because: 'M is the prefix for a million, so this would be a million litres', instead: ['mL'] }],
    ['Mm', { because: 'M is the prefix for a million, so this would be a thousand kilometres', instead: ['mm'] }],
    ['Mmol', { because: 'M is the prefix for a million, so this would be a million moles', instead: ['mmol'] }],
    ['Ms', { because: 'M is the prefix for a million, so this would be a million seconds', instead: ['ms'] }],
    ['C', { because: 'in UCUM it is the coulomb, an electric charge', instead: ['°C'] }],
    ['F', { because: 'in UCUM it is the farad, an electric capacity', instead: ['°F'] }],
    ['ug%', { because: 'it is written with the volume today', instead: ['µg/dL'] }],
]);
