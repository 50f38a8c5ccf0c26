// The script of the preview's page: tabs, what is shown, and the scrolling that goes with the editor's.
import type { FromPage, ToPage } from '../preview/messages.js';
import type { Preview, PreviewKind } from '../requests.js';
import { drawLogic } from './logic-picture.js';
import { patientPage } from './patient-page.js';
import { textLines } from './text-lines.js';
import { element, wanted } from './elements.js';

interface Editor {
    postMessage(message: FromPage): void;
}

declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
const content = wanted('content');
const problem = wanted('problem');
const notes = wanted('notes');
const whom = wanted('whom');
const cohort = wanted('cohort') as HTMLSelectElement;
const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role=tab]')];

let shown: Preview | undefined;
/** Until when scrolling is the answer to the editor's, and not the reader's. */
let quietUntil = 0;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
        case 'show':
            offerCohorts(data.cohorts);
            show(data.preview);
            break;
        case 'problem':
            select(data.kind);
            problem.textContent = data.text;
            problem.hidden = false;
            if (shown?.kind !== data.kind) content.replaceChildren();
            break;
        case 'reveal':
            bringIntoView(data.criterion, data.focus);
    }
});

for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
        if (step === 0 || next === undefined) return;
        next.focus();
        choose(next);
    });
}

cohort.addEventListener('change', () => {
    if (shown !== undefined) show(shown);
});

content.addEventListener('click', (event) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-criterion]');
    if (place !== null && window.getSelection()?.isCollapsed !== false) report(place);
});

document.addEventListener(
    'scroll',
    () => {
        if (Date.now() < quietUntil) return;
        const top = wanted('content').getBoundingClientRect().top < 0 ? (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0) : 0;
        const first = pieces().find((each) => each.getBoundingClientRect().bottom > top + 4);
        const criterion = first === undefined ? undefined : firstOf(first);
        if (criterion !== undefined) editor.postMessage({ type: 'scrolled', criterion });
    },
    { passive: true },
);

editor.postMessage({ type: 'ready' });

function choose(tab: HTMLElement): void {
    const kind = tab.dataset['kind'] as PreviewKind;
    select(kind);
    editor.postMessage({ type: 'kind', kind });
}

function select(kind: PreviewKind): void {
    for (const tab of tabs) {
        const isChosen = tab.dataset['kind'] === kind;
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        if (isChosen) content.setAttribute('aria-labelledby', tab.id);
    }
    whom.hidden = kind !== 'logic';
}

function offerCohorts(cohorts: readonly { id: string; title: string | null }[]): void {
    const chosen = cohort.value;
    const options = cohorts.map(({ id, title }) => element('option', { value: id }, title === null ? id : `${id}: ${title}`));
    cohort.replaceChildren(element('option', { value: '' }, 'all'), ...options);
    cohort.value = cohorts.some(({ id }) => id === chosen) ? chosen : '';
}

function show(preview: Preview): void {
    const isSame = shown?.kind === preview.kind;
    const place = window.scrollY;
    shown = preview;
    select(preview.kind);
    problem.hidden = true;
    notes.replaceChildren(...preview.notes.map(({ message }) => element('li', {}, message)));
    notes.hidden = preview.notes.length === 0;
    content.className = preview.kind;
    content.replaceChildren(
        preview.format === 'logic'
            ? drawLogic(preview.criteria, cohort.value === '' ? null : cohort.value, (criterion, range) =>
                  editor.postMessage({ type: 'chosen', criterion, range }),
              )
            : preview.format === 'html'
              ? patientPage(preview.text)
              : textLines(preview.text, preview.pieces),
    );
    quietUntil = Date.now() + 300;
    window.scrollTo(0, isSame ? place : 0);
}

function pieces(): HTMLElement[] {
    return [...content.querySelectorAll<HTMLElement>('[data-criterion]')];
}

const firstOf = (piece: HTMLElement): string | undefined => piece.dataset['criterion']?.split(' ')[0];

function report(place: HTMLElement): void {
    const criterion = firstOf(place);
    if (criterion !== undefined && shown?.format !== 'logic') editor.postMessage({ type: 'chosen', criterion, range: null });
}

function bringIntoView(criterion: string, focus: boolean): void {
    const piece = pieces().find((each) => each.dataset['criterion']?.split(' ').includes(criterion) === true);
    if (piece === undefined) return;
    quietUntil = Date.now() + 400;
    for (const marked of content.querySelectorAll('.at-cursor')) marked.classList.remove('at-cursor');
    piece.classList.add('at-cursor');
    piece.scrollIntoView({ block: focus ? 'start' : 'nearest' });
    if (focus) (piece.querySelector<HTMLElement>('[role=treeitem]') ?? piece).focus();
}
