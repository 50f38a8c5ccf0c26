// Reads tokens into the syntax tree by the grammar's steps, and goes on behind an error with the next line or item of the block it is in.
import type { AstNode } from 'langium';
import { PARSE_PROGRAM } from '../../generated/parse-program.js';
import { Lookahead } from './lookahead.js';
import { extentOfFault, recoverySkip } from './resume.js';
import type { AlternativesStep, AssignStep, BlockStep, RepeatStep, Rule, SequenceStep, Step } from './step.js';
import { entryRule } from './step.js';
import { SyntaxPlace } from './syntax-place.js';
import { textRuleValue, tokenValue } from './text-value.js';
import type { Token } from './token.js';
import { has } from './token-set.js';

/** A token at which the text departs from the grammar. */
export interface SyntaxFault {
    /** Number of the token. */
    token: number;
    /** Rules around it, the outermost first. */
    rules: readonly string[];
    /** Steps that could have been taken instead. */
    expected: readonly Step[];
    /** Nesting without braces beyond what is read. */
    tooDeep: boolean;
}

type Node = AstNode & Record<string, unknown> & { $container?: AstNode; $containerProperty?: string; $containerIndex?: number };

/** Rules may be inside each other this deep; braces are refused earlier (syntax/nesting.ts), the rest can only be a freak. */
const MOST_RULES = 700;

/** Reads a whole file. The last token is the end of the text; braces are paired. Never throws. */
export function parseTokens(tokens: readonly Token[], text: string): { root: AstNode; faults: SyntaxFault[] } {
    const parser = new Parser(tokens, text);
    return { root: parser.file(), faults: parser.faults };
}

class Parser {
    readonly faults: SyntaxFault[] = [];
    /** Number of the next token. */
    private position = 0;
    /** Type of the next token. */
    private type: number;
    /** The text did not fit, and nobody has found a way on yet. */
    private failing = false;
    private node: Node | undefined;
    private parts: (string | number)[] = [];
    private rule: Rule = entryRule();
    /** Number of the first token of the rule. */
    private start = 0;
    private readonly rules: string[] = [];
    /** Steps that did not fit at `triedAt`. */
    private tried: Step[] = [];
    private triedAt = -1;
    /** Where a part was not taken because what follows its first token does not fit it. */
    private missedFrom = -1;
    /** Where a repair was tried last: not twice at the same token. */
    private repairedAt = -1;
    private readonly lookahead: Lookahead;

    constructor(
        private readonly tokens: readonly Token[],
        private readonly text: string,
    ) {
        this.type = tokens[0]?.tokenTypeIdx ?? 0;
        this.lookahead = new Lookahead(tokens);
    }

    file(): AstNode {
        return this.call(entryRule()) ?? createNode('CritFile');
    }

    // ------------------------------------------------------------ steps

    /** Takes a step; false when the text does not fit. */
    private run(step: Step): boolean {
        switch (step.kind) {
            case 'token':
                if (this.type !== step.type.index) return this.fail(step);
                this.moveTo(this.position + 1);
                return true;
            case 'assign':
                return this.assign(step);
            case 'call':
                return this.callUnassigned(step.rule);
            case 'sequence':
                return this.sequence(step);
            case 'alternatives': {
                const part = this.chosen(step);
                return part === undefined ? this.fail(step) : this.run(part);
            }
            case 'repeat':
                return this.repeat(step);
            case 'wrap':
                this.wrap(step.type, step.property);
                return true;
            case 'become':
                this.node = createNode(step.type);
                return true;
            case 'block':
                return this.block(step);
        }
    }

    private moveTo(position: number): void {
        this.position = position;
        this.type = (this.tokens[position] as Token).tokenTypeIdx;
    }

    private chosen(step: AlternativesStep): Step | undefined {
        const choice = step.choice[this.type] as number;
        if (choice >= 0) return step.parts[choice];
        if (choice === -1) return undefined;
        return step.parts[this.lookahead.choose(step.parts, step.shared[-2 - choice] as number[], this.position)];
    }

    private repeat(step: RepeatStep): boolean {
        const { part } = step;
        for (let times = 0; ; times++) {
            if (!has(part.first, this.type)) {
                if (times === 0 && step.atLeastOnce) return this.fail(part);
                this.tryInVain(part);
                return true;
            }
            // Where the part and what follows begin alike, the part is taken when it fits.
            if (step.unclear !== null && has(step.unclear, this.type) && !(times === 0 && step.atLeastOnce) && !this.lookahead.fits(part, this.position)) {
                this.tryInVain(part);
                this.missedFrom = this.position;
                return true;
            }
            const start = this.position;
            if (!this.run(part)) return false;
            if (step.atMostOnce || this.position === start) return true;
        }
    }

    private sequence(step: SequenceStep): boolean {
        const { parts } = step;
        for (let i = 0; i < parts.length; i++) {
            const start = this.position;
            if (this.run(parts[i] as Step)) continue;
            const resumeAt = this.repaired(step, i, start);
            if (resumeAt === -1) return false;
            i = resumeAt - 1;
        }
        return true;
    }

    // ------------------------------------------------------------ nodes and values

    private call(rule: Rule): Node | undefined {
        const { node: outerNode, rule: outerRule, parts: outerParts, start: outerStart } = this;
        this.start = this.position;
        this.node = undefined;
        this.rule = rule;
        this.parts = [];
        this.rules.push(rule.name);
        if (this.rules.length > MOST_RULES) this.failTooDeep(rule.body);
        else this.run(rule.body);
        this.rules.pop();
        let made: Node | undefined = this.node;
        if (made === undefined && this.position > this.start) made = this.own();
        if (made !== undefined) this.place(made);
        this.node = outerNode;
        this.rule = outerRule;
        this.parts = outerParts;
        this.start = outerStart;
        return made;
    }

    /** The node of the rule being read, made when first needed. */
    private own(): Node {
        return (this.node ??= createNode(this.rule.type ?? this.rule.name));
    }

    // A node that another rule has made has its place already.
    private place(node: Node): void {
        if (node.$cstNode !== undefined) return;
        (node as { $cstNode: unknown }).$cstNode = new SyntaxPlace(this.text, this.tokens, this.start, this.position, this.parts);
    }

    private callUnassigned(rule: Rule): boolean {
        if (rule.kind !== 'node') {
            // A fragment fills the node of its caller; a text is cut out by the rule that asked for it.
            return this.run(rule.body);
        }
        const made = this.call(rule);
        if (made !== undefined) this.node = made;
        return !this.failing;
    }

    private assign(step: AssignStep): boolean {
        const start = this.position;
        const value = this.value(step.value);
        if (value === undefined) return !this.failing;
        const node = this.own();
        const { property } = step;
        if (step.operator === '+=') {
            const list = node[property] as unknown[];
            if (typeof value === 'object') contain(value, node, property, list.length);
            list.push(value);
        } else if (step.operator === '=') {
            if (typeof value === 'object') contain(value, node, property, undefined);
            node[property] = value;
        } else {
            node[property] = true;
        }
        this.parts.push(property, start, this.position);
        return !this.failing;
    }

    private value(step: Step): Node | string | undefined {
        switch (step.kind) {
            case 'token': {
                const token = this.tokens[this.position] as Token;
                return this.run(step) ? tokenValue(token) : undefined;
            }
            case 'call': {
                const { rule } = step;
                if (rule.kind === 'node') return this.call(rule);
                const start = this.position;
                this.rules.push(rule.name);
                const fits = this.run(rule.body);
                this.rules.pop();
                return fits ? textRuleValue(rule, this.tokens, start, this.position, this.text) : undefined;
            }
            case 'alternatives': {
                const part = this.chosen(step);
                if (part !== undefined) return this.value(part);
                this.fail(step);
                return undefined;
            }
            default:
                throw new Error('Only a token, a rule or a choice of them has a value.');
        }
    }

    /** Makes what was read so far the first item of a list of a new node. */
    private wrap(type: string, property: string): void {
        const inner = this.own();
        this.place(inner);
        this.parts = [property, this.start, this.position];
        this.node = createNode(type);
        contain(inner, this.node, property, 0);
        (this.node[property] as unknown[]).push(inner);
    }

    // ------------------------------------------------------------ blocks and errors

    private block(step: BlockStep): boolean {
        const { item, open } = step;
        if (open !== null && !this.run(open)) return false;
        const close = open === null ? this.tokens.length - 1 : (this.tokens[this.position - 1] as Token).partner;
        for (;;) {
            while (this.position < close && has(step.separators, this.type)) this.moveTo(this.position + 1);
            if (this.position >= close) break;
            const start = this.position;
            if (!has(item.first, this.type)) this.fail(item);
            else if (this.run(item) && step.separated && this.position < close && !has(step.separators, this.type)) this.fail(item, true);
            if (this.failing) {
                this.failing = false;
                const extent = extentOfFault(this.tokens, start, this.faults[this.faults.length - 1]?.expected ?? []);
                this.moveTo(recoverySkip(this.tokens, step, this.position, start, close, extent));
            }
        }
        this.moveTo(open === null ? close : close + 1);
        return true;
    }

    private tryInVain(step: Step): void {
        if (this.triedAt !== this.position) {
            this.tried = [];
            this.triedAt = this.position;
        }
        this.tried.push(step);
    }

    /** Records that nothing fits here. `ended` says that something could have ended here, too. */
    private fail(step: Step, ended = false): false {
        if (this.failing) return false;
        this.failing = true;
        const { lookahead, position } = this;
        // Something was begun here that cannot be finished: the fault is where it breaks off.
        const broken = this.missedFrom === position && lookahead.missedAt > position;
        const token = broken ? lookahead.missedAt : position;
        if (this.faults[this.faults.length - 1]?.token === token) return false;
        if (!ended) this.tryInVain(step);
        const expected = broken ? lookahead.missed : this.triedAt === position ? this.tried : [];
        this.faults.push({ token, rules: this.rules.slice(), expected: expected.slice(), tooDeep: false });
        return false;
    }

    private failTooDeep(step: Step): void {
        if (!this.failing) this.faults.push({ token: this.position, rules: this.rules.slice(-3), expected: [step], tooDeep: true });
        this.failing = true;
        this.repairedAt = this.position;
    }

    /** Gets over a token that is missing or too much, or over the rest of a header; gives the part to go on with, or -1. */
    private repaired(step: SequenceStep, index: number, start: number): number {
        const at = this.position;
        if (this.repairedAt === at) return -1;
        const part = step.parts[index] as Step;
        const token = this.tokens[at] as Token;
        const next = this.tokens[at + 1];
        if (at === start && next !== undefined && isLoose(token) && !next.startsLine && has(part.first, next.tokenTypeIdx)) {
            this.goOnAt(at + 1);
            return index;
        }
        if (at === start && isOneToken(part) && has(step.after[index] as Uint32Array, token.tokenTypeIdx)) {
            this.goOnAt(at);
            return index + 1;
        }
        for (let later = index; later < step.parts.length; later++) {
            if (!beginsWithBrace(step.parts[later] as Step)) continue;
            for (let ahead = at; ahead === at || (isLoose(this.tokens[ahead]) && !this.tokens[ahead]?.startsLine); ahead++) {
                if (this.tokens[ahead]?.image !== '{' && this.tokens[ahead + 1]?.image !== '{') continue;
                this.goOnAt(this.tokens[ahead]?.image === '{' ? ahead : ahead + 1);
                return later;
            }
        }
        return -1;
    }

    private goOnAt(position: number): void {
        this.repairedAt = this.position;
        this.failing = false;
        this.moveTo(position);
    }
}

const NO_LIST: readonly string[] = [];

function createNode(type: string): Node {
    const node: Node = { $type: type };
    const defaults = PARSE_PROGRAM.defaults[type];
    for (const list of defaults?.lists ?? NO_LIST) node[list] = [];
    for (const flag of defaults?.flags ?? NO_LIST) node[flag] = false;
    return node;
}

function contain(node: Node, container: Node, property: string, index: number | undefined): void {
    node.$container = container;
    node.$containerProperty = property;
    if (index !== undefined) node.$containerIndex = index;
}

/** Not part of the frame of lines and blocks. */
function isLoose(token: Token | undefined): boolean {
    if (token === undefined) return false;
    const { name } = token.tokenType;
    return name !== '{' && name !== '}' && name !== 'NL' && name !== ';' && name !== 'END';
}

function isOneToken(step: Step): boolean {
    switch (step.kind) {
        case 'token':
            return true;
        case 'assign':
            return isOneToken(step.value);
        case 'call':
            return step.rule.kind === 'text' && step.rule.name !== 'Name';
        case 'alternatives':
            return step.parts.every(isOneToken);
        default:
            return false;
    }
}

function beginsWithBrace(step: Step): boolean {
    switch (step.kind) {
        case 'block':
            return step.open !== null && beginsWithBrace(step.open);
        case 'token':
            return step.type.name === '{';
        case 'call':
            return beginsWithBrace(step.rule.body);
        case 'assign':
            return beginsWithBrace(step.value);
        case 'sequence':
            return step.parts[0] !== undefined && beginsWithBrace(step.parts[0]);
        default:
            return false;
    }
}
