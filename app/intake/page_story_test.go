package intake

// story is an invented article, and what a site in its language puts around one.
type story struct {
	language, title, author, outlet, date, url, section string
	paragraphs                                          []string // without those of a stub, the first two are what everybody may read
	heading                                             string   // stands before the third paragraph
	caption                                             string
	around                                              surroundings
}

// surroundings are words around an article that are none of it.
type surroundings struct {
	also, share, newsletter, cookies, comments, by string
	headlines                                      []string // of other articles
	comment                                        []string
	sections                                       []string
}

var english = surroundings{
	also: "Read also", share: "Share this article", comments: "Comments", by: "By",
	newsletter: "Our newsletter brings you the harbour news every morning before the first boat. Enter your address to receive it.",
	cookies: "We and our 214 partners store and read information on your device, such as cookies, and process personal data, such as " +
		"unique identifiers and standard information sent by a device, for personalised advertising and content, measurement of both, " +
		"and the development of products. With your permission we may use precise geolocation data. You may click to consent to the " +
		"processing described above, or refuse to consent. Your preferences apply to this site only, and may be changed at any time.",
	headlines: []string{
		"Storm closes the northern channel for a week", "Fishermen return with empty nets from the bank",
		"Who pays for the lighthouse?", "Quill’s last cooper shuts his workshop",
	},
	comment: []string{
		"I have waited for that ferry since I was a child, and I shall wait when I am old. They never tell us " +
			"anything, and when they do it is wrong.",
		"My neighbour works at the quay and says that the pontoon is rotten through and through. Nobody asked him, of course.",
	},
	sections: []string{"News", "Harbours", "Weather", "Sport", "Opinion"},
}

var german = surroundings{
	also: "Lesen Sie auch", share: "Artikel teilen", comments: "Kommentare", by: "Von",
	newsletter: "Unser Brief aus dem Hafen kommt jeden Morgen vor dem ersten Boot. Tragen Sie Ihre Adresse ein, um ihn zu erhalten.",
	cookies: "Wir und unsere 214 Partner speichern Informationen auf Ihrem Gerät, etwa Cookies, und verarbeiten personenbezogene Daten für " +
		"persönliche Werbung und Inhalte, deren Messung und die Entwicklung von Angeboten. Mit Ihrer Erlaubnis nutzen wir genaue " +
		"Standortdaten. Sie können der Verarbeitung zustimmen oder sie ablehnen; Ihre Wahl gilt nur für diese Seite.",
	headlines: []string{"Sturm sperrt die nördliche Fahrrinne", "Fischer kehren mit leeren Netzen heim", "Wer zahlt den Leuchtturm?"},
	comment: []string{
		"Auf diese Fähre warte ich seit meiner Kindheit, und sie erzählen uns nichts als Märchen.",
		"Mein Nachbar arbeitet am Kai und sagt, der Ponton sei durch und durch morsch. Gefragt hat ihn niemand.",
	},
	sections: []string{"Nachrichten", "Häfen", "Wetter", "Sport"},
}

var french = surroundings{
	also: "Lire aussi", share: "Partager l’article", comments: "Commentaires", by: "Par",
	newsletter: "Notre lettre du port arrive chaque matin avant le premier bateau. Indiquez votre adresse pour la recevoir.",
	cookies: "Nous et nos 214 partenaires stockons des informations sur votre ordinateur, comme les cookies, et traitons des données " +
		"personnelles pour la publicité, le contenu et leur mesure. Vous pouvez accepter ou refuser ce traitement à tout moment.",
	headlines: []string{"La tempête ferme le chenal du nord", "Les pêcheurs rentrent les filets vides", "Qui paiera le phare ?"},
	comment:   []string{"J’attends ce bac depuis mon enfance, et on ne nous dit jamais rien.", "Mon voisin dit que le ponton est pourri."},
	sections:  []string{"Actualités", "Ports", "Météo", "Sports"},
}

var ukrainian = surroundings{
	also: "Читайте також", share: "Поділитися", comments: "Коментарі", by: "Автор:",
	newsletter: "Наш лист із порту надходить щоранку перед першим човном. Залиште адресу, щоб його отримувати.",
	cookies: "Ми та наші 214 партнерів зберігаємо інформацію на вашому пристрої, як-от файли cookie, та обробляємо персональні дані для " +
		"реклами, вмісту та їх вимірювання. Ви можете погодитися або відмовитися будь-коли.",
	headlines: []string{"Шторм закрив північний канал на тиждень", "Рибалки повернулися з порожніми сітками", "Хто заплатить за маяк?"},
	comment:   []string{"Я чекаю на цей пором від дитинства, а нам ніколи нічого не кажуть.", "Сусід каже, що понтон геть гнилий."},
	sections:  []string{"Новини", "Порти", "Погода", "Спорт"},
}

var russian = surroundings{
	also: "Читайте также", share: "Поделиться", comments: "Комментарии", by: "Автор:",
	newsletter: "Наше письмо из порта приходит каждое утро до первой лодки. Оставьте адрес, чтобы его получать.",
	cookies: "Мы и наши партнёры храним сведения на вашем устройстве, например файлы cookie, и обрабатываем персональные данные для рекламы " +
		"и её измерения. Вы можете согласиться или отказаться в любое время.",
	headlines: []string{"Шторм закрыл северный канал на неделю", "Рыбаки вернулись с пустыми сетями", "Кто заплатит за маяк?"},
	comment:   []string{"Я жду этот паром с детства, а нам никогда ничего не говорят.", "Сосед говорит, что понтон насквозь прогнил."},
	sections:  []string{"Новости", "Порты", "Погода", "Спорт"},
}

var chinese = surroundings{
	also: "相关阅读", share: "分享到", comments: "网友评论", by: "记者",
	newsletter: "港口早报每天在第一班船之前送达。请填写邮箱地址订阅。",
	cookies:    "本网站及其合作伙伴在您的设备上存储信息并处理个人数据，用于广告、内容及其效果评估。您可以随时同意或拒绝。",
	headlines:  []string{"风暴使北部航道关闭一周", "渔民空网而归", "谁来为灯塔付钱？"},
	comment:    []string{"我从小就等这班渡轮，他们从来什么都不告诉我们。", "邻居说浮桥已经全烂了。"},
	sections:   []string{"新闻", "港口", "天气", "体育"},
}

var japanese = surroundings{
	also: "関連記事", share: "シェアする", comments: "コメント", by: "記者",
	newsletter: "港の便りを毎朝、始発の船の前にお届けします。メールアドレスをご登録ください。",
	cookies:    "当サイトと提携各社は、お使いの端末に情報を保存し、広告や内容の測定のために個人データを処理します。同意または拒否はいつでも変更できます。",
	headlines:  []string{"嵐で北の航路が一週間閉鎖", "漁師たち、空の網で帰港", "灯台の費用は誰が払うのか"},
	comment:    []string{"子どものころからこのフェリーを待っているが、何も知らされない。", "隣人は浮桟橋が腐っていると言っている。"},
	sections:   []string{"ニュース", "港", "天気", "スポーツ"},
}

var arabic = surroundings{
	also: "اقرأ أيضا", share: "شارك المقال", comments: "التعليقات", by: "بقلم",
	newsletter: "رسالتنا من الميناء تصل كل صباح قبل أول قارب. اكتب عنوانك لتصلك.",
	cookies:    "نحن وشركاؤنا نخزن معلومات على جهازك ونعالج بيانات شخصية من أجل الإعلانات وقياسها. يمكنك القبول أو الرفض في أي وقت.",
	headlines:  []string{"العاصفة تغلق القناة الشمالية أسبوعا", "الصيادون يعودون بشباك فارغة", "من يدفع ثمن المنارة؟"},
	comment:    []string{"أنتظر هذه العبارة منذ طفولتي ولا أحد يخبرنا بشيء.", "جاري يقول إن الرصيف العائم متهالك تماما."},
	sections:   []string{"أخبار", "موانئ", "طقس", "رياضة"},
}

// stories are read on every layout in turn.
var stories = []story{
	{
		language: "en", title: "Harbour talks end without a ferry", author: "Ida Brandt", outlet: "The Norvian Courier",
		date: "2031-05-16T10:20:00+02:00", url: "https://courier.example/2031/05/16/harbour-talks", section: "Harbours",
		paragraphs: []string{
			"QUILL — The talks on the reopening of the harbour ended on Friday without a ferry, a date or a common sentence. “The quay will open " +
				"on Monday,” said the minister, Anna Kessel, who had travelled through the night to be at the table. Nobody beside her nodded.",
			"The owners of the harbour said that they had not been told of the plan, and that they would speak to the press when they had read " +
				"it. Their lawyer, Ruben Achterberg, called the draft “a letter to nobody”, and left by the back door.",
			"Since the storm of the winter before last, flour and medicines have come to the islands by helicopter. The cooperative that shares " +
				"them out writes the quantities on the door of the schoolhouse every evening; on Thursday there were eleven sacks.",
			"“We are not asking for a bridge,” said Tove Lindqvist, the harbourmaster. “We ask for two boats a day, and for somebody who picks up " +
				"the telephone.”",
			"The ministry would not say who is to pay. An official who asked not to be named said that the money had been set aside, twice, and " +
				"that it had been spent, twice, on something else.",
			"The talks are to go on in June. The minister flew back the same evening; the ferry that was to have carried the press was in dock.",
		},
		heading: "Eleven sacks", caption: "The north quay at low water.", around: english,
	},
	{
		language: "de", title: "Die Insel wartet auf ihren Wellenbrecher", author: "Jörg Venn", outlet: "Quiller Tageblatt",
		date: "2031-05-17T06:05:00+02:00", url: "https://tageblatt.example/insel/wellenbrecher-17052031.html", section: "Häfen",
		paragraphs: []string{
			"Seit dem Sturm des vorletzten Winters hat die Insel keine Fähre mehr. Jede Abordnung, die seither kam, versprach den Wiederaufbau, " +
				"und jede fuhr ab, ohne etwas zu unterschreiben. Am Freitag kam die nächste.",
			"„Wir sind eine Gemeinde von Fischern, Lehrerinnen und Rentnern“, sagte die Hafenmeisterin Tove Lindqvist. „Niemand hält uns für " +
				"wichtig, und doch wird der ganze Archipel von unseren zwei Stegen aus versorgt.“",
			"Das Ministerium hält den Wellenbrecher für eine Sache der Gemeinde. Die Gemeinde hält ihn für eine Befestigung der Küste, die allein " +
				"der Staat unterhalten darf. Beide haben Gutachten, und beide Gutachten stammen von demselben Büro.",
			"Der Ingenieur Ruben Achterberg hatte die Schäden schon vor drei Jahren beschrieben. Seine Empfehlung, einen Ponton zu legen, wurde " +
				"zur Kenntnis genommen und danach vergessen.",
			"Nun will die Gemeinde selbst bauen, mit Freiwilligen und mit den Steinen des alten Leuchtturms. Am zweiten Juni soll eine " +
				"Versammlung darüber entscheiden.",
		},
		heading: "Zwei Gutachten", caption: "Der Steg bei Niedrigwasser.", around: german,
	},
	{
		language: "uk", title: "Порт знову чекає на пором", author: "Олена Гавань", outlet: "Норвійський вісник",
		date: "2031-05-16T18:45:00+03:00", url: "https://visnyk.example/porty/prom-16-05", section: "Порти",
		paragraphs: []string{
			"Переговори про відкриття порту завершилися в п’ятницю без порома, без дати й без спільної заяви. «Причал відкриють у понеділок», — " +
				"сказала міністерка Анна Кессель, яка їхала всю ніч, щоб встигнути до столу.",
			"Власники порту заявили, що їм про план не повідомили і що вони говоритимуть із пресою, коли його прочитають. Їхній адвокат назвав " +
				"проєкт «листом до нікого» й вийшов через чорний хід.",
			"Від зимового шторму борошно та ліки привозять на острови гелікоптером. Кооператив, який їх розподіляє, щовечора пише кількість на " +
				"дверях школи; у четвер було одинадцять мішків.",
			"«Ми не просимо мосту, — каже начальниця порту Тове Ліндквіст. — Ми просимо два рейси на день і когось, хто бере слухавку».",
			"У міністерстві не сказали, хто платитиме. Посадовець, який просив не називати його імені, розповів, що гроші виділяли двічі й двічі " +
				"витрачали на інше. Переговори мають продовжити в червні.",
		},
		heading: "Одинадцять мішків", caption: "Північний причал під час відпливу.", around: ukrainian,
	},
	{
		language: "zh", title: "港口会谈无果而终", author: "林海", outlet: "诺维亚日报",
		date: "2031-05-16T16:30:00+08:00", url: "https://ribao.example/a/20310516_1.shtml", section: "港口",
		paragraphs: []string{
			"关于重新开放港口的会谈于星期五结束，没有渡轮，没有日期，也没有共同声明。部长安娜·凯塞尔连夜赶来，她表示码头将于星期一开放，但身边没有人点头。",
			"港口的业主说，他们事先并不知道这个计划，读完之后才会向媒体表态。他们的律师称草案是一封没有收信人的信，随后从后门离开。",
			"自前年冬天的风暴以来，面粉和药品一直由直升机运到岛上。负责分发的合作社每天晚上把数量写在学校的门上，星期四一共有十一袋。",
			"港务长说：“我们不要桥，只要每天两班船，还要有人接电话。”她在这里工作了二十年。",
			"政府部门不愿透露由谁付款。一位不愿具名的官员说，这笔钱曾两次拨出，又两次用于别处。会谈将于六月继续举行。",
		},
		heading: "十一袋面粉", caption: "退潮时的北码头。", around: chinese,
	},
	{
		language: "ar", title: "محادثات الميناء تنتهي بلا عبارة", author: "ليلى حداد", outlet: "صحيفة نورفيا",
		date: "2031-05-16T12:00:00+03:00", url: "https://sahifa.example/news/771", section: "موانئ",
		paragraphs: []string{
			"انتهت المحادثات حول إعادة فتح الميناء يوم الجمعة بلا عبارة وبلا موعد وبلا بيان مشترك. وقالت الوزيرة آنا كيسل، التي" +
				" سافرت طوال الليل لتصل إلى " +
				"الطاولة، إن الرصيف سيفتح يوم الاثنين، ولم يومئ أحد بجانبها.",
			"وقال أصحاب الميناء إن أحدا لم يخبرهم بالخطة، وإنهم سيتحدثون إلى الصحافة بعد أن يقرؤوها. ووصف محاميهم المسودة بأنها رسالة" +
				" إلى لا أحد، ثم خرج " +
				"من الباب الخلفي.",
			"ومنذ عاصفة الشتاء قبل الماضي يصل الدقيق والدواء إلى الجزر بالمروحية. وتكتب التعاونية التي توزعها الكميات كل مساء" +
				" على باب المدرسة، وكانت يوم " +
				"الخميس أحد عشر كيسا.",
			"وقالت مديرة الميناء: نحن لا نطلب جسرا، بل نطلب قاربين في اليوم وشخصا يرد على الهاتف.",
			"ولم تذكر الوزارة من سيدفع. وقال مسؤول طلب عدم ذكر اسمه إن المال خصص مرتين وأنفق مرتين على شيء آخر. وستستأنف المحادثات في يونيو.",
		},
		heading: "أحد عشر كيسا", caption: "الرصيف الشمالي وقت الجزر.", around: arabic,
	},
	{
		language: "fr", title: "L’île attend toujours son bac", author: "Maëlle Orlan", outlet: "La Gazette de Quill",
		date: "2031-05-15T19:12:00Z", url: "https://gazette.example/iles/bac_6021_77.html", section: "Ports",
		paragraphs: []string{
			"Les négociations sur la réouverture du port se sont achevées vendredi sans bac, sans date et sans phrase commune. « Le quai ouvrira " +
				"lundi », a dit la ministre, Anna Kessel, qui avait voyagé toute la nuit pour être à la table.",
			"Les propriétaires du port ont dit qu’on ne leur avait pas parlé du plan, et qu’ils s’adresseraient à la presse quand ils l’auraient " +
				"lu. Leur avocat a qualifié le projet de « lettre à personne ».",
			"Depuis la tempête de l’avant-dernier hiver, la farine et les médicaments arrivent dans les îles par hélicoptère. La coopérative qui " +
				"les répartit écrit chaque soir les quantités sur la porte de l’école ; jeudi, il y avait onze sacs.",
			"« Nous ne demandons pas un pont, dit Tove Lindqvist, qui dirige le port. Nous demandons deux bateaux par jour, et quelqu’un qui " +
				"décroche le téléphone. »",
			"Le ministère n’a pas voulu dire qui paiera. Selon un fonctionnaire, l’argent a été réservé deux fois, et dépensé deux fois pour " +
				"autre chose. Les pourparlers doivent reprendre en juin.",
		},
		heading: "Onze sacs", caption: "Le quai nord à marée basse.", around: french,
	},
	{
		language: "ja", title: "港の会談、フェリーなしで終わる", author: "波多野海", outlet: "ノルヴィア新聞",
		date: "2031-05-16T21:00:00+09:00", url: "https://shimbun.example/articles/norvia0516.html", section: "港",
		paragraphs: []string{
			"港の再開をめぐる会談は金曜日、フェリーも日程も共同声明もないまま終わった。夜を徹して駆けつけたアンナ・ケッセル大臣は「埠頭は月曜日に開く」と述べたが、隣でうなずく者はいなかった。",
			"港の所有者たちは計画を知らされていなかったとし、読み終えてから報道陣に話すと語った。弁護士は草案を「宛先のない手紙」と呼び、裏口から立ち去った。",
			"一昨年の冬の嵐以来、小麦粉と薬はヘリコプターで島に運ばれている。配給を担う協同組合は毎晩、学校の扉に数量を書き出す。木曜日は十一袋だった。",
			"「橋がほしいのではない。一日二便の船と、電話に出てくれる人がほしいだけだ」と港長は話す。",
			"誰が費用を払うのか、省は明らかにしなかった。匿名の当局者によると、予算は二度確保され、二度とも別のことに使われたという。会談は六月に再開される。",
		},
		heading: "十一袋", caption: "干潮時の北埠頭。", around: japanese,
	},
	{
		language: "ru", title: "Порт остался без парома", author: "Мика Орлан", outlet: "Вести Квилла",
		date: "2031-05-16T13:40:00+03:00", url: "https://vesti.example/2031/05/16/parom", section: "Порты",
		paragraphs: []string{
			"Переговоры об открытии порта закончились в пятницу без парома, без даты и без общего заявления. «Причал откроют в понедельник», — " +
				"сказала министр Анна Кессель, которая ехала всю ночь, чтобы успеть к столу.",
			"Владельцы порта заявили, что о плане им не сообщили и что они будут говорить с прессой, когда его прочтут. Их адвокат назвал проект " +
				"«письмом никому» и вышел через чёрный ход.",
			"С позапрошлой зимы муку и лекарства привозят на острова вертолётом. Кооператив, который их распределяет, каждый вечер пишет " +
				"количество на двери школы; в четверг было одиннадцать мешков.",
			"«Мы не просим мост, — говорит начальница порта Тове Линдквист. — Мы просим два рейса в день и кого-нибудь, кто берёт трубку».",
			"В министерстве не сказали, кто будет платить. По словам чиновника, деньги выделяли дважды и дважды потратили на другое. Переговоры " +
				"продолжатся в июне.",
		},
		heading: "Одиннадцать мешков", caption: "Северный причал в отлив.", around: russian,
	},
	{
		language: "en", title: "Ferry firm doubles its price", author: "Jon Venn", outlet: "Quill Evening Post",
		date: "2031-05-18T07:55:00-04:00", url: "https://post.example/business/ferry-firm-doubles-price-1.8812", section: "Business",
		paragraphs: []string{
			"The only company still bidding for the ferry to the outer islands has doubled its price, three days after its rivals withdrew.",
			"Achterberg Lines now wants nine million crowns a year, according to a letter that the Evening Post has seen. In March it had asked " +
				"for four and a half. The letter gives no reason beyond “circumstances”.",
			"“They know that there is nobody else,” said Mika Orlan, who sits for the outer islands in the assembly. “I would not call it a " +
				"negotiation. I would call it a queue of one.”",
			"The ministry of transport said it was studying the letter. It has until the second of June; after that, the offer lapses.",
			"Shares in the company rose by a tenth on Friday. The company has two ships, of which one is in dock until the autumn, and the other " +
				"has not been insured since the storm.",
		},
		heading: "A queue of one", caption: "The company’s only seaworthy ship.", around: english,
	},
}
