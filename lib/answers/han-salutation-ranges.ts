import type { BlankRange } from './blank-patterns';

const surnames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒龍賀顧龔錢嚴湯';
/** Signs with which names of other languages are written. */
const foreign =
  '安娜丽莉莎玛亚斯尔克特伦德拉罗贝卡杰森迈大卫约翰汤姆艾米琳达索菲爱丝凯瑟保彼得马丁露西诺埃莱恩维伊妮珍弗雷蒂娅奥利夫布朗史密詹逊戴希琼';
const full = `(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|东方|歐陽|[${surnames}])\\p{sc=Han}{1,2}`;
const nick =
  '(?:[小阿老]\\p{sc=Han}{1,2}|\\p{sc=Han}{1,2}(?:哥|姐|总|總|经理|老板|同学|叔|阿姨|师傅))';
const abroad = `[${foreign}]{2,5}(?:[·・][${foreign}\\p{sc=Han}]{1,6})?`;
const some = `(?:${full}|${nick}|${abroad})`;
const any = '\\p{sc=Han}{2,4}(?:[·・]\\p{sc=Han}{1,6})?';
const hello = '(?:您好|你好|早上好|上午好|中午好|下午好|晚上好|早安|晚安)';
const over = '(?=\\s|[,.!?:;~。、…)]|$)';
const begin = '(?<=^|[\\s,.!?:;~。…([【「])';
/** What names a person's place in an order, a parcel or an account. */
const labels =
  '(?:(?:收件|收货|收貨|寄件|发件|签收|取件|联系|聯絡|持卡|收款|付款|入住|预订|申请|经办|受取)人|开?户名|姓名|氏名|宛名|名前|抬头)(?:姓名)?';
const customers = '(?:客户|会员|顾客|用户|旅客|乘客|买家)';
/** What goes on right after a name in a sentence. */
const after = `(?:${over}|(?=本人|先生|女士|您|的|吗|呢|电话|手机|签收|反馈|${hello}))`;
const wished =
  '(?=您|你|生活|身体|工作|购物|一切|周末|生意|学习|早日|节日|新年|天天|越来越|愉快|开心|快乐|顺利|平安|健康)';
const asked =
  '(?=[^,.!?。]{0,4}(?:提供|确认|核对|填写|发送|回复|查收|查看|联系|告知|稍等|等待|再次|重新))';

/** Each has the name as its group. */
const patterns: readonly RegExp[] = [
  `${begin}(${any})[, ]?${hello}`,
  `(?:亲爱的|親愛的|尊敬的|敬爱的|dear|hi|hello) ?(${any})(?:${over}|(?=${hello}|您|你))`,
  `(?:${hello}|嗨|哈喽)(${any})${over}`,
  `(?:${hello}|嗨|哈喽|谢谢|謝謝|感谢|多谢|抱歉|对不起|不好意思|再见|拜拜|好的|没问题|没关系|不客气|恭喜|欢迎|麻烦|辛苦了?)[,! ]{0,2}(${some})${over}`,
  `${begin}(${some})(?:[,:!]|(?=[-】」\\]]?(?:您的|你的|请您|感谢)))`,
  `,(${some})(?=[!。~]|\\.|$|\\n)`,
  `[【「[](${full}|${abroad})[】」\\]](?=[, ]?(?:${hello}|您|你))`,
  `${begin}([${surnames}](?:总|總|哥|姐|工|经理|老板|叔|姨|阿姨|师傅|主任)|[小阿老]\\p{sc=Han}{1,2})(?=好(?:[,.!~。 \\n]|$))`,
  `${labels} ?[:是为] ?(${any})${over}`,
  `(?:${labels}|${customers}) ?(?:[:是为] ?)?(${full}|${abroad})${after}`,
  `(?:您|你|请问|请问您)是(${full}|${abroad})(?=吗|么|本人|先生|女士)`,
  `祝(${some})${wished}`,
  `(?:麻烦|请|烦请)(${some})${asked}`,
  `(?:感谢|谢谢|多谢)(${some})(?=的)`,
  `由(${some})(?:本人|先生|女士)?(?=签收|代收|代签|领取|取走)`,
].map((source) => new RegExp(source, 'gu'));

/** What may be in such a place and is nobody’s name. */
const nobody =
  /^(?:大家|各位|客官|顾客|客户|用户|会员|朋友|同学们|先生|女士|小姐|老师|亲|您|你|我|这|那|请|是|在|有|已|还|可|如|需|不|很|非常|好的|没|关于|关注|明天|明白|明确|明细|谢谢|谢您|谢你|方便|方法|方式|高兴|任何|任意|任选|何时|何事|向您|向你|万一|万分|白天|金额|余额|程序|周[一二三四五六日末天]|时候|时间|平时|安全|安装|安排|安心|于是|于此|付款|范围|马上|严重|温馨|温度|应该|应当|连接|连续|成功|成为|全部|全新|全额|和您|和你|解决|解释|单独|单号|管理|商品|商家|文件|文字|包装|包裹|包括|包邮|路上|查看|查询|查到|华为|章节|简单|车间|项目|景区|党员|费用|古代|冷静|米色|黄色|蓝色|白色|金色|小时|小心|小程序|小店|老客户|老用户|老板|阿里|康复|施工|宁可|尚未|计划|时效|经过|经理|米|麦克风|和|向|于|左右|温和|石材|田间|江苏|江西|海南|马来|易碎|易损|游戏|路由|全程|应用|高清|高级|高温|高峰|白名单|黄金|大概|大约|大小|大量|大致|特别|特此|特价|得到|约定|达到|保证|保修|保存|保持|保护|保留|维修|维护|爱护|得知|来|安卓|关联|关闭|查找|全[名貌家体职]|时[返请如会可需,]|时时|成年|成长|应[付收]|金[卡属]|余下|左[边侧]|单[人击价位]|安[保康静]|高[考档]|马到|夏[天日季]|必填|选填|未填|无$|同上|本人|不详|匿名|其他|平台|通过|连同|阳[光台]|温[度水暖]|史上|易于|席位|和平|关怀|关心|牛[奶肉]|葛|祝)/;

/** Names before these are found elsewhere. */
const honorific = /(?:先生|女士|小姐|太太|老师)$/;

/**
 * Where a Chinese reply calls somebody by a name that no record has: beside a greeting or thanks, or between
 * signs, where it begins like a name. In a folded text.
 */
export function hanSalutationRanges(folded: string): BlankRange[] {
  const found: BlankRange[] = [];
  for (const pattern of patterns) {
    for (const { index, 0: whole, 1: name = '' } of folded.matchAll(pattern)) {
      if (nobody.test(name) || honorific.test(name)) continue;
      const start = index + whole.indexOf(name);
      found.push({ start, end: start + name.length, kind: 'name' });
    }
  }
  return found;
}
