import { expect, test } from 'vitest';
import { blankReply } from '../../../lib/answers/blank-reply';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { runSteps } from '../../../lib/async/run-steps';

const nobody = otherCustomer({ contacts: [], conversations: [], messages: [] });

/** What any customer may be told, near to what is personal: quantities, steps, fields of a form, floors. */
const ordinary = `
Order 2 items and get one free.
You can order 500 pieces at once.
Press Reset, hold it for ten seconds.
Please install version 2.10 first.
On the other hand, it may take a day.
Main Street is closed.
Enter the name of the recipient on the next page.
Name: Enter your name as it is on the card.
The recipient has to sign for it.
The account holder can change it in the settings.
Recipient Address is a field on the form.
On behalf of the whole team, thank you.
It must be signed by the recipient.
It has to be signed by Monday.
Your password must be at least 8 characters long.
The password is wrong.
Your username or e-mail address is needed.
Enter your username here.
The username field is empty.
Password: at least eight characters.
We ship to Germany, Austria and Switzerland.
We answer on Skype and WhatsApp too.
Error code 503 means that the server is busy.
Turn it on the 1st time, then wait.
It is on the 2nd floor.
Reduced by 1/3 until Sunday.
Support is available 24/7.
It takes 3-5 days.
Step 3 of 5: choose a plan.
Use the high-speed-cable from the box.
A 12 inch screen and a 5 m cable.
There are 14 days on the road to go.
Google Drive 2 is another matter.
Select Room 5 in the menu.
Table 4 shows the sizes.
Size 42 is sold out.
Order in the next 2 hours.
Tickets are answered within 24 hours.
The invoice is attached.
Your order is on its way.
The booking number is in the e-mail.
Reference numbers start with a letter.
The tracking number will follow.
Customer service is closed today.
Contact: the form on our page.
Attention: the battery is not included.
The name of the plan is Business.
Your order number is on the invoice.
The order is 20% off.
Add case 2 to the cart.
The case is 15 cm wide.
Press the power button 3 times.
The code is valid for 10 minutes.
Chapter 5 of the manual explains it.
Bestellung 2 ist möglich, wenn Sie mögen.
Sie können 500 Stück bestellen.
Bitte drücken Sie die Taste 3 Sekunden lang.
Bitte installieren Sie Version 2.10.
Auf der anderen Seite dauert es länger.
Die Hauptstraße ist gesperrt.
Der Empfänger muss unterschreiben.
Der Kontoinhaber kann es in den Einstellungen ändern.
Bitte geben Sie den Namen des Empfängers ein.
Name: Tragen Sie Ihren Namen ein.
Empfänger Adresse ist ein Pflichtfeld.
Im Namen des ganzen Teams vielen Dank.
Bis Montag muss es unterschrieben sein.
Das Passwort ist falsch.
Das Passwort muss mindestens acht Zeichen haben.
Ihr Benutzername oder Ihre E-Mail-Adresse wird gebraucht.
Fehlercode 503 heißt, dass der Server ausgelastet ist.
Beim 2. Mal klappt es.
Am 3. Tag kommt die Rechnung.
Zum 1. Mal dabei?
Schritt 3: Wählen Sie einen Tarif.
Am Schalter 5 bekommen Sie Hilfe.
Im Fach 12 liegt es nicht.
Auf der Seite 5 steht es.
An der Kasse 3 gibt es Tüten.
Zum Preis von 5 Euro.
Am Montag 9 bis 17 Uhr.
Öffnungszeiten: Montag 9-17 Uhr.
Die Größe 42 ist ausverkauft.
Für 10 Euro mehr gibt es Versand am selben Tag.
Die Rechnung liegt bei.
Die Bestellnummer steht auf der Rechnung.
Ihre Bestellung ist unterwegs.
Die Lieferung dauert 3 bis 5 Tage.
Kunde: siehe Rechnung.
Wir sind rund um die Uhr da.
Bestellungen ab 100 Euro sind versandkostenfrei.
Um 1/3 reduziert bis Sonntag.
收件人信息请填写完整，联系人和电话都需要。
请修改收件人地址后重新提交。
联系人管理页面可以修改姓名和电话。
麻烦您提供订单截图。
麻烦提供一下订单号。
请尽快确认收货地址。
请查看物流信息，谢谢您的耐心等待。
感谢您的支持与理解。
感谢大家的耐心等待。
感谢全体客户的支持。
祝您生活愉快！
祝万事如意，工作顺利！
祝周末愉快！
祝全家平安。
祝早日康复。
您是通过微信支付的吗？
请问是黄色的吗？
请问是单人床吗？
您是会员吗？
您是管理员吗？
请问是安装问题吗？
由快递公司签收后通知您。
包裹由门卫代收。
由物业代收即可。
由安保代签。
客户管理员可以查看。
会员方便时可以查询。
会员时间到期后自动续费。
用户应付的金额为零。
客户余额的查询方法如下。
姓名：必填
姓名必须与证件一致。
户名和账号请核对。
开户名需与本人一致。
请高级客服提供帮助。
请马上联系快递公司。
请安排时间确认。
请安装后重新启动。
请单独发送图片。
请任选一种方式回复。
更新好，重新打开。
包装好，等待取件。
汇总好，发给我们。
请于今天查收。
请和快递员联系。
请向快递公司确认。
请从官网查看。
请路过门店时领取。
小心轻放，谢谢。
小程序好，网页也好。
客户可以在设置中修改姓名。
用户金卡的权益如下。
请尚未付款的用户确认。
请金额确认无误后付款。
请全部填写。
请关注公众号查看。
【温馨提示】您好，订单已发货。
【高级会员】您好，已为您续费。
【安全提醒】请不要泄露密码。
密码至少8位，请包含数字。
订单100元起包邮。
订单2个工作日内发货。
一张总表里有所有订单。
三月到五月有优惠。
四五月份会到货。
微信支付和支付宝都可以。
验证码已发送，请查收。
微信公众号里可以查看。
请填写城市和街道。
楼下快递柜可以取件。
`;

test.each(ordinary.split('\n').filter((line) => line !== ''))('stays whole: %s', (reply) => {
  expect(runSteps(blankReply(reply, nobody, { isMarkdown: false }))?.body).toBe(reply);
});
