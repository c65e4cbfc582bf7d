// Objects with room for as many members as their kind has. An empty literal has room for four; each few more cost it a
// larger store, and beyond a dozen it becomes a slow dictionary. A constructor's objects get room by the members it seems
// to set, and the engine gives back what the first of them leave unused. Their prototype is `Object.prototype` all the same.

/** Makes empty objects; one maker for each kind of object. */
export type NewObject = new () => Record<string, unknown>;

export function createNewObject(): NewObject {
  function Output(this: Record<string, unknown>, isMeasured?: boolean) {
    if (!isMeasured) return;
    // Never run, only counted.
    this.a = this.b = this.c = this.d = this.e = this.f = this.g = this.h = 0;
    this.i = this.j = this.k = this.l = this.m = this.n = this.o = this.p = 0;
    this.q = this.r = this.s = this.t = this.u = this.v = this.w = this.x = 0;
  }
  Output.prototype = Object.prototype;
  return Output as unknown as NewObject;
}
