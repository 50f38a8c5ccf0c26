// UCUM codes in the spelling that people read: "µg/dL", "10^9/L", "mL/min/1.73 m2", "% predicted".

/** `source` is written into .crit files and is read back to the same code; `print` has superscripts, for generated text. */
export type UnitStyle = 'source' | 'print';

/** Codes that are shown as a whole. */
// prettier-ignore
const WHOLE: ReadonlyMap<string, string> = new Map([
    ['a', 'years'], ['mo', 'months'], ['wk', 'weeks'], ['d', 'days'], ['h', 'hours'], ['min', 'minutes'], ['s', 'seconds'],
    ['{half-life}', 'half-lives'], ['{pack-years}', 'pack-years'], ['{points}', 'points'], ['{cells}', 'cells'],
    ["[wood'U]", 'Wood units'], ['[MET]', 'METs'], ['deg', 'degrees'], ["[GPL'U]", 'GPL units'], ["[MPL'U]", 'MPL units'], ["[APL'U]", 'APL units'],
    ["[beth'U]", 'Bethesda units'], ['{letters}', 'letters'],
]);

/** Parts of codes, above or below the line. */
// prettier-ignore
const PARTS: ReadonlyMap<string, string> = new Map([
    ['ug', 'µg'], ['uL', 'µL'], ['um', 'µm'], ['umol', 'µmol'], ['uU', 'µU'], ['ukat', 'µkat'], ['uV', 'µV'], ['uA', 'µA'], ['uCi', 'µCi'], ['ueq', 'µEq'],
    ['eq', 'Eq'], ['meq', 'mEq'], ['osm', 'Osm'], ['mosm', 'mOsm'], ['mm[Hg]', 'mmHg'], ['cm[H2O]', 'cmH2O'], ['[psi]', 'psi'],
    ['[IU]', 'IU'], ['m[IU]', 'mIU'], ['u[IU]', 'µIU'], ['k[IU]', 'kIU'], ["[arb'U]", 'AU'], ["[GPL'U]", 'GPL'], ["[MPL'U]", 'MPL'], ["[APL'U]", 'APL'],
    ["[beth'U]", 'BU'], ['[ELU]', 'EU'], ['[CFU]', 'CFU'], ['[PFU]', 'PFU'], ['[HPF]', 'HPF'], ['[LPF]', 'LPF'], ["[wood'U]", 'WU'], ['[MET]', 'MET'],
    ['Cel', '°C'], ['[degF]', '°F'], ['[lb_av]', 'lb'], ['[oz_av]', 'oz'], ['[stone_av]', 'stone'], ['[in_i]', 'inch'], ['[ft_i]', 'ft'],
    ['[diop]', 'dioptre'], ['[ppm]', 'ppm'], ['[ppb]', 'ppb'],
]);

/** Time below the line: one day, not "d". */
// prettier-ignore
const BELOW: ReadonlyMap<string, string> = new Map([['d', 'day'], ['wk', 'week'], ['mo', 'month'], ['a', 'year']]);

// prettier-ignore
const ANNOTATIONS: ReadonlyMap<string, string> = new Map([
    ['1.73_m2', '1.73 m2'], ['cells', 'cells'], ['copies', 'copies'], ['Log_copies', 'log10 copies'], ['Log_IU', 'log10 IU'], ['beats', 'beats'],
    ['breaths', 'breaths'], ['RU', 'RU'], ['CU', 'CU'], ['dose', 'dose'], ['cigarettes', 'cigarettes'], ['drinks', 'drinks'],
    ['creat', 'creatinine'], ['FEU', 'FEU'], ['DDU', 'DDU'], ['Hb', 'Hb'], ['prot', 'protein'], ['HL', 'HL'],
    ['predicted', 'predicted'], ['normal', 'of normal'], ['baseline', 'of baseline'],
]);

const COMPONENT = /^(10\*)?((?:[^\d{}+-]|\[[^\]]*\])*?)([+-]?\d+)?((?:\{[^}]*\})*)$/;

/** The display spelling of a UCUM code. What it does not know, it leaves as UCUM. */
export function displayUnit(ucum: string, style: UnitStyle = 'source'): string {
    const text = WHOLE.get(ucum) ?? displayTerm(ucum);
    return style === 'source' ? text : printed(text);
}

function displayTerm(term: string): string {
    // Cut at operators that stand outside brackets and braces.
    const pieces = term.match(/[./()]|(?:\[[^\]]*\]|\{[^}]*\}|[^./()])+/g) ?? [];
    let text = '';
    for (const [index, piece] of pieces.entries()) {
        if (/^[./()]$/.test(piece)) {
            text += piece === '.' && /^10\*-?\d+$/.test(pieces[index - 1] ?? '') ? ' ' : piece;
        } else {
            text += displayComponent(piece, pieces[index - 1] === '/');
        }
    }
    return text;
}

function displayComponent(component: string, below: boolean): string {
    const parts = COMPONENT.exec(component);
    if (!parts) {
        return component;
    }
    const [, ten, symbol = '', exponent = '', annotations = ''] = parts;
    const base = ten ? `10^${exponent}` : ((below && exponent === '' ? BELOW.get(symbol) : undefined) ?? PARTS.get(symbol) ?? symbol) + exponent;
    const notes = [...annotations.matchAll(/\{([^}]*)\}/g)].map(([whole, note = '']) => ANNOTATIONS.get(note) ?? whole);
    return [base, ...notes].filter((part) => part !== '').join(notes.every((note) => !note.startsWith('{')) ? ' ' : '');
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function printed(text: string): string {
    return text
        .replace(/\^(-?)(\d+)/g, (_, minus: string, digits: string) => raise(minus, digits))
        .replace(/(?<=[A-Za-zµ])(-?)(\d)(?=$|[./) ])/g, (_, minus: string, digits: string) => raise(minus, digits))
        .replace(/(?<=\D)\.(?=\D)/g, '·');
}

function raise(minus: string, digits: string): string {
    return (minus === '' ? '' : '⁻') + [...digits].map((digit) => SUPERSCRIPT.charAt(Number(digit))).join('');
}
