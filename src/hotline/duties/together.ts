/** So many demands at most are dispatched together, after one preview. */
export const mostAtOnce = 100
