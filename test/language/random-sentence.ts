// Makes random texts of the language from the parser's tables, for tests that compare two ways of reading them.
import type { Element, ParseProgram } from '@crit-lang/language/syntax/parser/program.js';
import fc from 'fast-check';

const TERMINALS: Readonly<Record<string, readonly string[]>> = {
    ID: ['creatinine', 'SLE', 'I-1', 'anti-dsDNA', 'screening'],
    NUMBER: ['1', '18', '1.5'],
    UNIT: ['mg/dL', 'months', '%'],
    STRING: ['"a text"', '"a \\"quoted\\" word"', '“curly”'],
    QUOTED_NAME: ["'type 1 diabetes'", "'Crohn's disease'"],
    CODE: ['mesh:D008180'],
    TITER: ['1:160'],
    TIMES: ['x'],
    NL: ['\n'],
};

/** Texts that the grammar allows: each choice of the grammar is made by the given random numbers. */
export function sentences(program: ParseProgram): fc.Arbitrary<string> {
    return fc.array(fc.nat(0xffff), { minLength: 30, maxLength: 400 }).map((numbers) => new Sentence(program, numbers).text());
}

class Sentence {
    private readonly words: string[] = [];
    private used = 0;
    private depth = 0;

    constructor(
        private readonly program: ParseProgram,
        private readonly numbers: readonly number[],
    ) {}

    text(): string {
        for (let statements = 0; statements < 3; statements++) {
            this.rule('Statement');
            this.words.push('\n');
        }
        return this.words.join(' ');
    }

    /** A number below `limit`; 0 when the random numbers are used up or rules are many deep, so that every text ends. */
    private pick(limit: number): number {
        const number = this.numbers[this.used++];
        return number === undefined || this.depth > 40 ? 0 : number % limit;
    }

    private rule(name: string): void {
        const rule = this.program.rules.find((each) => each.name === name);
        if (rule === undefined) throw new Error(name);
        this.depth++;
        this.write(rule.body);
        this.depth--;
    }

    private write(element: Element): void {
        switch (element[0]) {
            case 'keyword':
                this.words.push(element[1]);
                break;
            case 'terminal':
                this.terminal(element[1]);
                break;
            case 'rule':
                this.rule(element[1]);
                break;
            case 'assign':
                this.write(element[3]);
                break;
            case 'sequence':
                for (const part of element.slice(1) as Element[]) this.write(part);
                break;
            case 'alternatives': {
                const parts = (element.slice(1) as Element[]).filter((part) => !isOpenQuote(part));
                // Deep inside, the last alternative is taken: it is the plainest in the rules that call themselves.
                const part = this.depth > 40 || this.used >= this.numbers.length ? parts[parts.length - 1] : parts[this.pick(parts.length)];
                if (part !== undefined) this.write(part);
                break;
            }
            case '?':
                if (this.pick(3) === 1) this.write(element[1]);
                break;
            case '*':
            case '+':
                if (element[0] === '+') this.write(element[1]);
                while (this.pick(4) === 1) this.write(element[1]);
                break;
            case 'block':
                this.block(element[1], element[2], element[3].separators);
                break;
            case 'file':
            case 'wrap':
            case 'become':
                break;
        }
    }

    private block(open: Element, item: Element, separators: readonly string[]): void {
        this.write(open);
        for (let items = 0; items === 0 || this.pick(3) === 1; items++) {
            if (items > 0) this.terminal(separators[this.pick(separators.length)] ?? 'NL');
            this.write(item);
        }
        this.words.push('}');
    }

    private terminal(name: string): void {
        const written = TERMINALS[name] ?? [name];
        // Numbers and words in front of a unit or a name make other tokens of them; whether the text is read at all is asked of both parsers.
        this.words.push(written[this.pick(written.length)] ?? name);
    }
}

function isOpenQuote(part: Element): boolean {
    return part[0] === 'terminal' && (part[1] === 'OPEN_STRING' || part[1] === 'OPEN_QUOTED_NAME');
}
