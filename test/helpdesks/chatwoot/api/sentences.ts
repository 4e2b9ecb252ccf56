/** Languages of an account or a server, by Chatwoot's names for them. */
export const languages = ['en', 'pt_BR', 'de', 'fr', 'es', 'zh_CN', 'ar', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The sentences that a real server translates: its own, and those of Rails' validations and of devise. */
export interface Sentences {
  /** No key reached the server. */
  signIn: string;
  deleted: string;
  /** `{key}` and `{keys}` stand for the key and those that are known. */
  unknownKey: string;
  wrongOperator: string;
  wrongValue: string;
  wrongJoint: string;
  /** Rails puts the name of the field before it, in most languages with a blank. */
  taken: string;
  blank: string;
  tooLong: string;
  noPhone: string;
}

/** The sentences of every language the emulator knows. */
export const sentencesIn: Readonly<Record<Language, Sentences>> = {
  en: {
    signIn: 'You need to sign in or sign up before continuing.',
    deleted: 'This message was deleted',
    unknownKey:
      'Invalid attribute key - [{key}]. The key should be one of [{keys}] or a custom attribute defined in the account.',
    wrongOperator: 'Invalid operator. The allowed operators for {key} are [{keys}].',
    wrongValue: 'Invalid value. The values provided for {key} are invalid',
    wrongJoint: 'Query operator must be either "AND" or "OR".',
    taken: ' has already been taken',
    blank: " can't be blank",
    tooLong: ' is too long (maximum is {count} characters)',
    noPhone: ' should be in e164 format',
  },
  pt_BR: {
    signIn: 'Para continuar, faça login ou registre-se.',
    deleted: 'Esta mensagem foi excluída',
    unknownKey:
      'Chave de atributo inválido - [{key}]. A chave deve ser uma das [{keys}] ou um atributo personalizado definido na conta.',
    wrongOperator: 'Operador inválido. Os operadores permitidos para {key} são [{keys}].',
    wrongValue: 'Valor inválido. Os valores fornecidos para {key} são inválidos',
    wrongJoint: 'O operador da consulta deve ser "AND" ou "OR".',
    taken: ' já está em uso',
    blank: ' não pode ficar em branco',
    tooLong: ' é muito longo (máximo: {count} caracteres)',
    noPhone: ' deve estar no formato e164',
  },
  de: {
    signIn: 'Sie müssen sich anmelden oder registrieren, bevor Sie fortfahren können.',
    deleted: 'Diese Nachricht wurde gelöscht',
    unknownKey:
      'Ungültiger Attributschlüssel - [{key}]. Der Schlüssel sollte einer von [{keys}] sein oder ein benutzerdefiniertes Attribut des Kontos.',
    wrongOperator: 'Ungültiger Operator. Erlaubt sind für {key}: [{keys}].',
    wrongValue: 'Ungültiger Wert. Die Werte für {key} sind ungültig',
    wrongJoint: 'Der Abfrageoperator muss "AND" oder "OR" sein.',
    taken: ' ist bereits vergeben',
    blank: ' muss ausgefüllt werden',
    tooLong: ' ist zu lang (mehr als {count} Zeichen)',
    noPhone: ' sollte im e164-Format sein',
  },
  fr: {
    signIn: 'Vous devez vous connecter ou vous inscrire pour continuer.',
    deleted: 'Ce message a été supprimé',
    unknownKey:
      "Clé d'attribut non valide - [{key}]. La clé doit être l'une de [{keys}] ou un attribut personnalisé défini dans le compte.",
    wrongOperator: 'Opérateur invalide. Les opérateurs autorisés pour {key} sont [{keys}].',
    wrongValue: 'Valeur invalide. Les valeurs fournies pour {key} ne sont pas valides',
    wrongJoint: "L'opérateur de requête doit être « AND » ou « OR ».",
    taken: ' est déjà utilisé(e)',
    blank: ' doit être rempli(e)',
    tooLong: ' est trop long (pas plus de {count} caractères)',
    noPhone: ' doit être au format e164',
  },
  es: {
    signIn: 'Tienes que iniciar sesión o registrarte para poder continuar.',
    deleted: 'Este mensaje fue eliminado',
    unknownKey:
      'Clave de atributo no válida - [{key}]. La clave debe ser una de [{keys}] o un atributo personalizado definido en la cuenta.',
    wrongOperator: 'Operador no válido. Los operadores permitidos para {key} son [{keys}].',
    wrongValue: 'Valor no válido. Los valores proporcionados para {key} no son válidos',
    wrongJoint: 'El operador de consulta debe ser "AND" u "OR".',
    taken: ' ya está en uso',
    blank: ' no puede estar en blanco',
    tooLong: ' es demasiado largo ({count} caracteres máximo)',
    noPhone: ' debe estar en formato e164',
  },
  zh_CN: {
    signIn: '继续操作前请注册或者登录。',
    deleted: '此消息已删除',
    unknownKey: '无效的属性键 - [{key}]。该键应为 [{keys}] 之一，或帐户中定义的自定义属性。',
    wrongOperator: '无效的运算符。{key} 允许的运算符为 [{keys}]。',
    wrongValue: '无效的值。为 {key} 提供的值无效',
    wrongJoint: '查询运算符必须是 “AND” 或 “OR”。',
    taken: '已经被使用',
    blank: '不能为空字符',
    tooLong: '过长（最长为 {count} 个字符）',
    noPhone: '应为 e164 格式',
  },
  ar: {
    signIn: 'يجب تسجيل الدخول أو إنشاء حساب قبل المتابعة.',
    deleted: 'تم حذف هذه الرسالة',
    unknownKey:
      'مفتاح السمة غير صالح - [{key}]. يجب أن يكون المفتاح واحدا من [{keys}] أو سمة مخصصة معرفة في الحساب.',
    wrongOperator: 'عامل غير صالح. العوامل المسموح بها لـ {key} هي [{keys}].',
    wrongValue: 'قيمة غير صالحة. القيم المقدمة لـ {key} غير صالحة',
    wrongJoint: 'يجب أن يكون عامل الاستعلام إما "AND" أو "OR".',
    taken: ' مستخدم بالفعل',
    blank: ' لا يمكن أن يكون فارغا',
    tooLong: ' طويل جدا (الحد الأقصى {count} حرفا)',
    noPhone: ' يجب أن يكون بتنسيق e164',
  },
  ja: {
    signIn: 'ログインもしくはアカウント登録してください。',
    deleted: 'このメッセージは削除されました',
    unknownKey:
      '無効な属性キー - [{key}]。キーは [{keys}] のいずれか、またはアカウントで定義されたカスタム属性である必要があります。',
    wrongOperator: '無効な演算子です。{key} に使用できる演算子は [{keys}] です。',
    wrongValue: '無効な値です。{key} に指定された値は無効です',
    wrongJoint: 'クエリ演算子は "AND" または "OR" でなければなりません。',
    taken: 'はすでに存在します',
    blank: 'を入力してください',
    tooLong: 'は{count}文字以内で入力してください',
    noPhone: 'はe164形式でなければなりません',
  },
};

/** A sentence with its placeholders filled in. */
export function sentence(template: string, values: Readonly<Record<string, string | number>>) {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
