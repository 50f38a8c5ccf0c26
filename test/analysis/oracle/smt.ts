// Texts in the language of SMT solvers, folded where a part is known; and the script that a document becomes.
import type { CountBound } from '@crit-lang/model/criteria/value.js';

export type Smt = string;

export function and(parts: readonly Smt[]): Smt {
    const kept = [...new Set(parts.filter((part) => part !== 'true'))];
    if (kept.includes('false')) return 'false';
    return kept.length === 0 ? 'true' : kept.length === 1 ? (kept[0] as Smt) : `(and ${kept.join(' ')})`;
}

export function or(parts: readonly Smt[]): Smt {
    const kept = [...new Set(parts.filter((part) => part !== 'false'))];
    if (kept.includes('true')) return 'true';
    return kept.length === 0 ? 'false' : kept.length === 1 ? (kept[0] as Smt) : `(or ${kept.join(' ')})`;
}

export function not(part: Smt): Smt {
    if (part === 'true') return 'false';
    if (part === 'false') return 'true';
    return part.startsWith('(not ') ? part.slice(5, -1) : `(not ${part})`;
}

export const implies = (given: Smt, then: Smt): Smt => or([not(given), then]);

export const when = (given: Smt, then: Smt, otherwise: Smt): Smt =>
    given === 'true' ? then : given === 'false' ? otherwise : then === otherwise ? then : or([and([given, then]), and([not(given), otherwise])]);

/** A number of the model ("1.5", "-3", "1/3") as a real number. */
export function real(text: string): Smt {
    const positive = text.replace('-', '');
    const [over, under] = positive.split('/');
    const decimal = (part: string): string => (part.includes('.') ? part : `${part}.0`);
    const value = under === undefined ? decimal(over as string) : `(/ ${decimal(over as string)} ${decimal(under)})`;
    return text.startsWith('-') ? `(- ${value})` : value;
}

export const integer = (value: number): Smt => (value < 0 ? `(- ${-value})` : String(value));

/** One Boolean, as the number 1 or 0. */
export const oneIf = (part: Smt): Smt => `(ite ${part} 1 0)`;

export const sum = (parts: readonly Smt[]): Smt => (parts.length === 0 ? '0' : parts.length === 1 ? (parts[0] as Smt) : `(+ ${parts.join(' ')})`);

/** A number of things, compared with a bound. */
export const bounded = (number: Smt, { operator, count }: CountBound): Smt => `(${operator} ${number} ${integer(count)})`;

export class Script {
    private readonly lines: string[] = [];
    private readonly names = new Map<string, Smt>();
    private readonly shared = new Map<Smt, Smt>();
    private count = 0;

    /** The variable of this key, declared when it is first asked for. */
    variable(key: string, sort: 'Bool' | 'Int' | 'Real', declared: (name: Smt) => void = () => undefined): Smt {
        const known = this.names.get(key);
        if (known !== undefined) return known;
        const name = `v${this.count++}`;
        this.names.set(key, name);
        this.lines.push(`(declare-const ${name} ${sort})`);
        declared(name);
        return name;
    }

    has(key: string): boolean {
        return this.names.has(key);
    }

    /** A short name for a Boolean that may stand in several places. */
    share(part: Smt): Smt {
        if (part.length < 40) return part;
        let name = this.shared.get(part);
        if (name === undefined) {
            name = `d${this.count++}`;
            this.shared.set(part, name);
            this.lines.push(`(define-fun ${name} () Bool ${part})`);
        }
        return name;
    }

    assert(part: Smt): void {
        if (part !== 'true') this.lines.push(`(assert ${part})`);
    }

    /** A name that questions can assume, or assume the opposite of. */
    name(part: Smt): string {
        const name = `q${this.count++}`;
        this.lines.push(`(declare-const ${name} Bool)`, `(assert (= ${name} ${part}))`);
        return name;
    }

    get text(): string {
        return this.lines.join('\n');
    }
}
