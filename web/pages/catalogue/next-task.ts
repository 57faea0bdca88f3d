/** After whatever else the page has to do: what measures, a slice a task, lets it answer in between. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
