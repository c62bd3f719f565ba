/** Password of the example officials. Shown on the demo's sign-in page; never set outside the demo. */
export const demoPassword = 'peragaan';
