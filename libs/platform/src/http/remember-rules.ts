import { getMetadataStorage } from 'class-validator';

/**
 * Makes class-validator gather the rules of a class once: for every object it judges, and every object inside, it goes
 * through all rules of all classes above it, though none is added after the classes have been declared.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<Function, ReturnType<typeof gather>>();
  storage.getTargetValidationMetadatas = (target, schema, strictGroups, always, groups) => {
    if (schema || groups?.length) return gather(target, schema, strictGroups, always, groups);
    const rules = known.get(target) ?? gather(target, schema, strictGroups, always, groups);
    known.set(target, rules);
    return rules;
  };
}
