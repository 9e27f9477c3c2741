/** Whether the app is in a frame, which is the agent workspace's: Connect has its own bar above it. */
export const isFramed = window.parent !== window;
