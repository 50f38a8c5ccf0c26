// The logic picture: each criterion as a ladder of 'and' and 'or', what has no effect struck out, what contradicts other criteria marked; a tree for the keyboard.
import type { LogicCriterion, LogicNode, PlainRange } from '../requests.js';
import { element } from './elements.js';

type Choose = (criterion: string, range: PlainRange | null) => void;

const WORDS: Readonly<Record<LogicNode['kind'], string>> = { and: 'and', or: 'or', count: '', not: '', if: '', leaf: '' };

/** @param cohort shows what is said of this cohort only; null: everything. */
export function drawLogic(criteria: readonly LogicCriterion[], cohort: string | null, choose: Choose): HTMLElement {
    const own = criteria.filter(({ cohorts }) => cohort === null || cohorts === null || cohorts.includes(cohort));
    const made = element('div', { class: 'picture' }, legend(own));
    for (const side of ['include', 'exclude'] as const) {
        const here = own.filter(({ kind }) => kind === side);
        if (here.length === 0) continue;
        made.append(
            element('h2', {}, side === 'include' ? 'Inclusion criteria: every one must hold' : 'Exclusion criteria: none may hold'),
            ...here.map((criterion) => drawCriterion(criterion, choose)),
        );
    }
    if (own.length === 0) made.append(element('p', {}, 'There are no criteria yet.'));
    return made;
}

function legend(criteria: readonly LogicCriterion[]): HTMLElement {
    const has = (mark: 'dead' | 'conflict'): boolean => criteria.some(({ readings }) => readings.some(({ rule }) => some(rule, (node) => node[mark])));
    const marks = [
        ...(has('conflict') ? [element('li', { class: 'conflict' }, element('span', { class: 'text' }, 'takes part in a contradiction'))] : []),
        ...(has('dead') ? [element('li', { class: 'dead' }, element('span', { class: 'text' }, 'has no effect'))] : []),
    ];
    return element('ul', { class: 'legend', 'aria-label': 'Marks' }, ...marks);
}

const some = (node: LogicNode, holds: (node: LogicNode) => boolean): boolean => holds(node) || node.parts.some((part) => some(part, holds));

function drawCriterion({ id, kind, title, readings }: LogicCriterion, choose: Choose): HTMLElement {
    const heading = element('h3', {}, element('span', { class: 'id' }, id), title === null ? '' : ` ${title}`);
    const trees = readings.flatMap((reading) => {
        const name = reading.id === null ? [] : [element('h4', {}, `Read as ${reading.title ?? reading.id}`)];
        const label = `${id}${title === null ? '' : `, ${title}`}${reading.id === null ? '' : `, read as ${reading.title ?? reading.id}`}`;
        const tree = element(
            'ul',
            { role: 'tree', class: 'ladder', 'aria-label': label },
            drawNode(reading.rule, 1, (range) => choose(id, range)),
        );
        makeNavigable(tree);
        return [...name, tree];
    });
    const drawn = element('section', { 'data-criterion': id, class: kind, tabindex: '-1' }, heading, ...trees);
    heading.addEventListener('click', () => choose(id, null));
    return drawn;
}

function drawNode(node: LogicNode, level: number, choose: (range: PlainRange | null) => void): HTMLElement {
    const marks = [...(node.dead ? ['dead'] : []), ...(node.conflict ? ['conflict'] : [])];
    const says = [...(node.conflict ? ['takes part in a contradiction'] : []), ...(node.dead ? ['has no effect'] : [])];
    const label = element('span', { class: 'text' }, node.dead ? element('s', {}, sentenceOf(node)) : sentenceOf(node));
    const item = element(
        'li',
        {
            role: 'treeitem',
            'aria-level': String(level),
            'aria-label': [sentenceOf(node), ...says].join(', '),
            tabindex: '-1',
            class: [node.kind, ...marks].join(' '),
            ...(node.parts.length > 0 ? { 'aria-expanded': 'true' } : {}),
        },
        label,
    );
    if (node.conflict) label.prepend(element('span', { class: 'mark', 'aria-hidden': 'true' }, '⚠ '));
    label.addEventListener('click', (event) => {
        event.stopPropagation();
        choose(node.range);
    });
    item.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        choose(node.range);
    });
    if (node.parts.length > 0) {
        const inner = node.parts.map((part) => drawNode(part, level + 1, choose));
        item.append(element('ul', { role: 'group', 'data-word': WORDS[node.kind] }, ...inner));
    }
    return item;
}

function sentenceOf({ kind, text }: LogicNode): string {
    return kind === 'leaf' ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Arrows move, left closes or goes up, right opens or goes down, as trees do everywhere. */
function makeNavigable(tree: HTMLElement): void {
    const visible = (): HTMLElement[] =>
        [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')].filter((item) => (item.parentElement?.closest('[aria-expanded=false]') ?? null) === null);
    const [first] = visible();
    if (first !== undefined) first.tabIndex = 0;
    const go = (to: HTMLElement | null | undefined): void => {
        if (to === null || to === undefined) return;
        for (const item of tree.querySelectorAll<HTMLElement>('[role=treeitem]')) item.tabIndex = -1;
        to.tabIndex = 0;
        to.focus();
    };
    tree.addEventListener('keydown', (event) => {
        const item = (event.target as Element).closest<HTMLElement>('[role=treeitem]');
        if (item === null) return;
        const all = visible();
        const at = all.indexOf(item);
        const expanded = item.getAttribute('aria-expanded');
        switch (event.key) {
            case 'ArrowDown':
                go(all[at + 1]);
                break;
            case 'ArrowUp':
                go(all[at - 1]);
                break;
            case 'Home':
                go(all[0]);
                break;
            case 'End':
                go(all.at(-1));
                break;
            case 'ArrowRight':
                if (expanded === 'false') item.setAttribute('aria-expanded', 'true');
                else go(item.querySelector<HTMLElement>('[role=treeitem]'));
                break;
            case 'ArrowLeft':
                if (expanded === 'true') item.setAttribute('aria-expanded', 'false');
                else go(item.parentElement?.closest<HTMLElement>('[role=treeitem]'));
                break;
            default:
                return;
        }
        event.preventDefault();
        event.stopPropagation();
    });
}
