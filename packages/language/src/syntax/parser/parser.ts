// Reads tokens into the syntax tree by the grammar's steps, and goes on behind an error with the next line or item of the block it is in.
import type { AstNode } from 'langium';
import type { SyntaxFault } from './fault-log.js';
import { FaultLog } from './fault-log.js';
import { Lookahead } from './lookahead.js';
import type { Node } from './node.js';
import { createNode, setProperty } from './node.js';
import { repairOf } from './repair.js';
import { extentOfFault, recoverySkip } from './resume.js';
import { entryRule } from './rules.js';
import type { AlternativesStep, AssignStep, BlockStep, RepeatStep, Rule, SequenceStep, Step } from './step.js';
import { SyntaxPlace } from './syntax-place.js';
import { textRuleValue, tokenValue } from './text-value.js';
import type { Token } from './token.js';
import { has } from './token-set.js';

/** Rules may be inside each other this deep; braces are refused earlier (syntax/nesting.ts), the rest can only be a freak. */
const MOST_RULES = 700;

/** Reads a whole file. The last token is the end of the text; braces are paired. Never throws. */
export function parseTokens(tokens: readonly Token[], text: string): { root: AstNode; faults: SyntaxFault[] } {
    const parser = new Parser(tokens, text);
    return { root: parser.file(), faults: parser.log.faults };
}

class Parser {
    readonly log = new FaultLog();
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
                this.log.inVain(part, this.position);
                return true;
            }
            // Where the part and what follows begin alike, the part is taken when it fits.
            if (step.unclear !== null && has(step.unclear, this.type) && !(times === 0 && step.atLeastOnce) && !this.lookahead.fits(part, this.position)) {
                this.log.brokenOff(part, this.position);
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
            const repair = this.repairedAt === this.position ? undefined : repairOf(this.tokens, step, i, start, this.position);
            if (repair === undefined) return false;
            this.repairedAt = this.position;
            this.failing = false;
            this.moveTo(repair.position);
            i = repair.part - 1;
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
        setProperty(this.own(), step.property, step.operator, value);
        this.parts.push(step.property, start, this.position);
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
        setProperty(this.node, property, '+=', inner);
    }

    // ------------------------------------------------------------ blocks and errors

    private block(step: BlockStep): boolean {
        const { item, open } = step;
        if (open !== null && !this.run(open)) return false;
        const last = this.tokens.length - 1;
        const partner = open === null ? last : (this.tokens[this.position - 1] as Token).partner;
        const close = partner < this.position ? last : partner;
        for (let items = 0; ; items++) {
            while (this.position < close && has(step.separators, this.type)) this.moveTo(this.position + 1);
            if (this.position >= close) {
                if (items === 0 && step.required) this.fail(item);
                break;
            }
            const start = this.position;
            if (!has(item.first, this.type)) this.fail(item);
            else if (this.run(item) && step.separated && this.position < close && !has(step.separators, this.type)) this.fail();
            if (this.failing) {
                this.failing = false;
                this.moveTo(recoverySkip(this.tokens, step, this.position, start, close, extentOfFault(this.tokens, start, this.log.last?.expected ?? [])));
            }
        }
        this.failing = false;
        this.moveTo(open === null || close === last ? close : close + 1);
        return true;
    }

    /** Records that nothing fits here: not the step, or, without one, nothing more of what could have ended here. */
    private fail(step?: Step): false {
        if (this.failing) return false;
        this.failing = true;
        if (step !== undefined) this.log.inVain(step, this.position);
        this.log.add(this.position, this.rules, this.lookahead);
        return false;
    }

    private failTooDeep(step: Step): void {
        if (!this.failing) this.log.addTooDeep(this.position, this.rules, step);
        this.failing = true;
        this.repairedAt = this.position;
    }
}
