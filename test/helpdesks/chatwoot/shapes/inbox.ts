import type { Inbox } from '../tables';

/** The slim form inside contacts and contactable inboxes. */
export function slimInbox(inbox: Inbox): Record<string, unknown> {
  return {
    id: inbox.id,
    avatar_url: '',
    channel_id: inbox.id,
    name: inbox.name,
    channel_type: inbox.channelType,
    provider: inbox.provider,
  };
}

/** The long form of `GET inboxes`; secrets are for administrators only. */
export function inboxShape(inbox: Inbox, administrator: boolean): Record<string, unknown> {
  return {
    ...slimInbox(inbox),
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_email_collect: true,
    csat_survey_enabled: false,
    csat_config: {},
    enable_auto_assignment: true,
    auto_assignment_config: {},
    out_of_office_message: null,
    working_hours: [],
    timezone: 'UTC',
    callback_webhook_url: null,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    sender_name_type: 'friendly',
    business_name: null,
    email: inbox.email,
    phone_number: inbox.phoneNumber,
    medium: null,
    ...(inbox.channelType === 'Channel::Api' ? { inbox_identifier: `inbox-${inbox.id}` } : {}),
    ...(administrator ? { hmac_token: `hmac-${inbox.id}` } : {}),
  };
}
