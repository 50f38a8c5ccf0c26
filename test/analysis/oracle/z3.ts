// Asks z3, without waiting for threads: every question is one synchronous call.
import { init, killThreads, type Z3LowLevel } from 'z3-solver';

type Loaded = Pick<Z3LowLevel, 'Z3' | 'em'>;
type Context = ReturnType<Z3LowLevel['Z3']['mk_context']>;
type Solver = ReturnType<Z3LowLevel['Z3']['mk_simple_solver']>;

/** What z3 puts beside its own functions and the types do not tell. */
interface Synchronous {
    readonly HEAPU32: Uint32Array;
    _malloc(size: number): number;
    _free(address: number): void;
    _Z3_solver_check_assumptions(context: unknown, solver: unknown, count: number, assumptions: number): -1 | 0 | 1;
}

/** How much z3 may do for one question, in its own steps: the same on every machine. */
const STEPS = 4_000_000;

export class Z3 {
    private constructor(private readonly loaded: Loaded) {}

    /** Loads z3; what it leaves in the global scope is taken away again. */
    static async load(): Promise<Z3> {
        const before = new Set(Object.getOwnPropertyNames(globalThis));
        const loaded = await init();
        for (const name of Object.getOwnPropertyNames(globalThis)) if (!before.has(name)) Reflect.deleteProperty(globalThis, name);
        return new Z3(loaded);
    }

    /** A solver that holds the script. */
    session(script: string): Z3Session {
        return new Z3Session(this.loaded, script);
    }

    /** Without this the process would not end. */
    async close(): Promise<void> {
        await killThreads(this.loaded.em);
    }
}

/** A literal of a question: a name that the script declares, or its opposite. */
export interface Assumed {
    readonly name: string;
    readonly holds: boolean;
}

export class Z3Session {
    private readonly context: Context;
    private readonly solver: Solver;
    private readonly literals = new Map<string, unknown>();
    private readonly answers = new Map<string, boolean | null>();

    constructor(
        private readonly loaded: Loaded,
        script: string,
    ) {
        const { Z3: api } = loaded;
        const configuration = api.mk_config();
        this.context = api.mk_context(configuration);
        api.del_config(configuration);
        this.solver = api.mk_simple_solver(this.context);
        api.solver_inc_ref(this.context, this.solver);
        const limits = api.mk_params(this.context);
        api.params_inc_ref(this.context, limits);
        api.params_set_uint(this.context, limits, api.mk_string_symbol(this.context, 'rlimit'), STEPS);
        api.solver_set_params(this.context, this.solver, limits);
        api.solver_from_string(this.context, this.solver, script);
        const error = api.get_error_code(this.context);
        if (Number(error) !== 0) throw new Error(`z3 does not read the script: ${api.get_error_msg(this.context, error)}\n${script}`);
    }

    /** Whether all of it can hold together; null where z3 does not find out. */
    isSatisfiable(assumed: readonly Assumed[]): boolean | null {
        const key = assumed
            .map(({ name, holds }) => `${holds ? '' : '-'}${name}`)
            .sort()
            .join();
        const known = this.answers.get(key);
        if (known !== undefined) return known;
        const em = this.loaded.em as Synchronous;
        const place = em._malloc(4 * Math.max(assumed.length, 1));
        em.HEAPU32.set(
            assumed.map((each) => this.literal(each) as number),
            place >> 2,
        );
        const answer = em._Z3_solver_check_assumptions(this.context, this.solver, assumed.length, place);
        em._free(place);
        const found = answer === 0 ? null : answer === 1;
        this.answers.set(key, found);
        return found;
    }

    private literal({ name, holds }: Assumed): unknown {
        const key = `${holds ? '' : '-'}${name}`;
        let made = this.literals.get(key);
        if (made === undefined) {
            const { Z3: api } = this.loaded;
            const constant = api.mk_const(this.context, api.mk_string_symbol(this.context, name), api.mk_bool_sort(this.context));
            api.inc_ref(this.context, constant);
            const literal = holds ? constant : api.mk_not(this.context, constant);
            if (!holds) api.inc_ref(this.context, literal);
            this.literals.set(key, (made = literal));
        }
        return made;
    }

    close(): void {
        this.loaded.Z3.solver_dec_ref(this.context, this.solver);
        this.loaded.Z3.del_context(this.context);
    }
}
