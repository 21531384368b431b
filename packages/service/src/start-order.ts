interface Node {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * Orders modules so that each comes after those it needs; otherwise the order given is kept.
 * @throws Error naming the modules when two share a name, a need is unknown, or needs form a circle
 */
export function startOrder<M extends Node>(modules: readonly M[]): M[] {
  const byName = indexByName(modules);
  const ordered = new Set<M>();

  const visit = (module: M, path: readonly string[]): void => {
    if (ordered.has(module)) return;
    if (path.includes(module.name)) throw new Error(circle([...path, module.name]));
    for (const need of module.needs) visit(find(byName, module, need), [...path, module.name]);
    ordered.add(module);
  };

  for (const module of modules) visit(module, []);
  return [...ordered];
}

function indexByName<M extends Node>(modules: readonly M[]): Map<string, M> {
  const byName = new Map<string, M>();
  for (const module of modules) {
    if (byName.has(module.name)) throw new Error(`Two modules are named "${module.name}".`);
    byName.set(module.name, module);
  }
  return byName;
}

function find<M extends Node>(byName: Map<string, M>, module: M, need: string): M {
  const found = byName.get(need);
  if (!found) throw new Error(`Module "${module.name}" needs "${need}", which does not exist.`);
  return found;
}

function circle(path: readonly string[]): string {
  const names = path.slice(path.indexOf(path.at(-1) ?? ''));
  return `Modules need each other in a circle: ${names.join(' → ')}.`;
}
