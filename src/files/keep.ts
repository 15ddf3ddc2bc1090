/** Remembers what is looked up again and again, of a folder of use cases never so much that it fills the memory. */
export function keep<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void {
  if (memory.size >= mostKept) memory.clear();
  memory.set(key, value);
}

const mostKept = 500;
