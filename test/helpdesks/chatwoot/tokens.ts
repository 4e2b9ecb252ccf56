/** Keys the emulated servers know. A key of one kind is refused where a real one would be. */
export const tokens = {
  /** Administrator of both cloud accounts, and of the self-hosted account. */
  admin: 'cw-admin-token-for-tests',
  /** Agent of account 1 on both hosts, member of the website and WhatsApp inboxes only. */
  agent: 'cw-agent-token-for-tests',
  /** Administrator of the cloud's account 2, stranger to account 1. */
  otherAccount: 'cw-wholesale-token-for-tests',
  /** Administrator of the self-hosted account, unknown to the cloud. */
  selfHosted: 'cw-selfhosted-token-for-tests',
  /** An agent bot of account 1. */
  bot: 'cw-bot-token-for-tests',
  /** A platform app: good for `/platform/api` only. */
  platform: 'cw-platform-token-for-tests',
} as const;

/** The dashboard's own session, which the page keeps in the cookie `cw_d_session_info`. */
export const session = {
  accessToken: 'cw-session-access-token',
  client: 'cw-session-client',
  password: 'Outdoor-2026!',
} as const;
