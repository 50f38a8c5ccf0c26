// Skips a test with a reason, which `npm test` prints; a skip without one counts as a failure, and in CI every skip does.
import type { Context, Hook, Runnable, Suite } from 'mocha';

/** Skips the running test (or, from a hook, the tests it is for) and says why. Call it as `skip(this, 'why')` in a `function`, not in an arrow. */
export function skip(context: Context, reason: string): never {
    const running: Runnable | Hook = context.runnable();
    const isHook = 'type' in running && running.type === 'hook';
    const holder: (Runnable | Suite) & { skipReason?: string } = isHook && running.parent !== undefined ? running.parent : running;
    holder.skipReason = reason;
    return context.skip();
}
