import { atLeast } from '../switches';
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
export function inboxShape(
  inbox: Inbox,
  { administrator, version }: { administrator: boolean; version: string },
): Record<string, unknown> {
  return {
    ...slimInbox(inbox),
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_email_collect: true,
    csat_survey_enabled: false,
    ...(atLeast(version, '4.1.0') ? { csat_config: {}, allowed_domains: null } : {}),
    enable_auto_assignment: true,
    auto_assignment_config: {},
    out_of_office_message: null,
    working_hours: workingWeek,
    timezone: 'UTC',
    callback_webhook_url: null,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    sender_name_type: 'friendly',
    business_name: null,
    ...widgetOf(inbox),
    messaging_service_sid: null,
    phone_number: inbox.phoneNumber,
    ...channelFields(inbox, administrator, version),
  };
}

const workingWeek = Array.from({ length: 7 }, (_, day) => {
  const closed = day === 0 || day === 6;
  return {
    day_of_week: day,
    closed_all_day: closed,
    open_hour: closed ? null : 9,
    open_minutes: closed ? null : 0,
    close_hour: closed ? null : 17,
    close_minutes: closed ? null : 0,
    open_all_day: false,
  };
});

/** The chat's own settings, as nulls on all other channels. */
function widgetOf({ id, channelType }: Inbox): Record<string, unknown> {
  const isChat = channelType === 'Channel::WebWidget';
  return {
    widget_color: isChat ? '#1f93ff' : null,
    website_url: isChat ? 'https://www.acme-outdoor.example' : null,
    hmac_mandatory: isChat ? false : null,
    welcome_title: null,
    welcome_tagline: null,
    web_widget_script: isChat ? '<script></script>' : null,
    website_token: isChat ? `website-${id}` : null,
    selected_feature_flags: isChat ? ['attachments', 'emoji_picker', 'end_conversation'] : null,
    reply_time: isChat ? 'in_a_few_minutes' : null,
  };
}

function channelFields(
  inbox: Inbox,
  administrator: boolean,
  version: string,
): Record<string, unknown> {
  const secrets = administrator ? { hmac_token: `hmac-${inbox.id}` } : {};
  switch (inbox.channelType) {
    case 'Channel::WebWidget':
      return { ...secrets, ...preChatForm, continuity_via_email: true };
    case 'Channel::Api':
      return {
        ...secrets,
        ...(administrator && atLeast(version, '4.1.0') ? { secret: `secret-${inbox.id}` } : {}),
        webhook_url: null,
        inbox_identifier: `inbox-${inbox.id}`,
        additional_attributes: {},
      };
    case 'Channel::Email':
      return { email: inbox.email, ...(administrator ? mailboxes : {}) };
    case 'Channel::Telegram':
      return { bot_name: 'acme_outdoor_bot' };
    case 'Channel::TwilioSms':
      return {
        medium: inbox.phoneNumber?.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
        content_templates: {},
        voice_enabled: false,
        inbound_calls_enabled: true,
        voice_configured: false,
        has_api_key_secret: false,
        ...(administrator ? { auth_token: 't', account_sid: 's', api_key_sid: null } : {}),
      };
    default:
      return {};
  }
}

const preChatForm = {
  pre_chat_form_enabled: false,
  pre_chat_form_options: {
    pre_chat_fields: [
      {
        name: 'emailAddress',
        type: 'email',
        label: 'Email Id',
        enabled: false,
        required: true,
        field_type: 'standard',
      },
    ],
    pre_chat_message: 'Share your queries or comments here.',
  },
};

/** How mail is received and sent; shown to administrators only, an empty text where nothing is set. */
const mailboxes = {
  forwarding_enabled: false,
  imap_login: '',
  imap_password: '',
  imap_address: '',
  imap_port: 0,
  imap_enabled: false,
  imap_enable_ssl: true,
  imap_authentication: 'plain',
  smtp_login: '',
  smtp_password: '',
  smtp_address: '',
  smtp_port: 0,
  smtp_enabled: false,
  smtp_domain: '',
  smtp_enable_ssl_tls: false,
  smtp_enable_starttls_auto: true,
  smtp_openssl_verify_mode: 'none',
  smtp_authentication: 'login',
};
