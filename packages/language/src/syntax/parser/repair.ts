// Decides how to get over a token that is missing or too much inside a rule, so that the rest of it is read.
import type { SequenceStep, Step } from './step.js';
import type { Token } from './token.js';
import { has } from './token-set.js';

/** Where to go on: at which token, with which part of the rule. */
export interface Repair {
    position: number;
    part: number;
}

/** The repair for part number `failed` of a sequence, which began at `start` and broke off at `at`; undefined when there is none. */
export function repairOf(tokens: readonly Token[], { parts, after }: SequenceStep, failed: number, start: number, at: number): Repair | undefined {
    const part = parts[failed] as Step;
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (at === start) {
        const tooMuch = next !== undefined && isLoose(token) && !next.startsLine && has(part.first, next.tokenTypeIdx);
        if (tooMuch) return { position: at + 1, part: failed };
        if (isOneToken(part) && has(after[failed] as Uint32Array, token.tokenTypeIdx)) return { position: at, part: failed + 1 };
    }
    return blockOnLine(tokens, parts, failed, at);
}

/** The rest of a header is skipped where its block begins on the same line. */
function blockOnLine(tokens: readonly Token[], parts: readonly Step[], failed: number, at: number): Repair | undefined {
    const part = parts.findIndex((each, index) => index >= failed && beginsWithBrace(each));
    if (part === -1) return undefined;
    for (let position = at; tokens[position] !== undefined; position++) {
        const token = tokens[position] as Token;
        if (token.tokenType.name === '{') return { position, part };
        if (!isLoose(token) || (position > at && token.startsLine)) return undefined;
    }
    return undefined;
}

/** Not part of the frame of lines and blocks. */
function isLoose({ tokenType: { name } }: Token): boolean {
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
