-- Folding, further: kana are alike in both scripts, small ones and large ones, and so are the short forms of characters in Japan and
-- what they stand for; a mark repeats a character; an iota below a Greek letter is none; a nasal of Hindi is as it is spoken;
-- initials are also one word, as are Korean names; and two syllables of Hangul are enough for a part.

-- up
-- What checks/folding/main.ts tells of the table.
do $do$
begin
  execute format('create or replace function public.folded_characters() returns jsonb language sql immutable parallel safe as $$ select %L::jsonb $$',
    public.folded_characters() || '{"Є":"е","є":"е","ᾀ":"α","ᾁ":"α","ᾂ":"α","ᾃ":"α","ᾄ":"α","ᾅ":"α","ᾆ":"α","ᾇ":"α","ᾈ":"α","ᾉ":"α","ᾊ":"α","ᾋ":"α","ᾌ":"α","ᾍ":"α","ᾎ":"α","ᾏ":"α","ᾐ":"η","ᾑ":"η","ᾒ":"η","ᾓ":"η","ᾔ":"η","ᾕ":"η","ᾖ":"η","ᾗ":"η","ᾘ":"η","ᾙ":"η","ᾚ":"η","ᾛ":"η","ᾜ":"η","ᾝ":"η","ᾞ":"η","ᾟ":"η","ᾠ":"ω","ᾡ":"ω","ᾢ":"ω","ᾣ":"ω","ᾤ":"ω","ᾥ":"ω","ᾦ":"ω","ᾧ":"ω","ᾨ":"ω","ᾩ":"ω","ᾪ":"ω","ᾫ":"ω","ᾬ":"ω","ᾭ":"ω","ᾮ":"ω","ᾯ":"ω","ᾲ":"α","ᾳ":"α","ᾴ":"α","ᾷ":"α","ᾼ":"α","ῂ":"η","ῃ":"η","ῄ":"η","ῇ":"η","ῌ":"η","ῲ":"ω","ῳ":"ω","ῴ":"ω","ῷ":"ω","ῼ":"ω","⽷":"丝","⽸":"罐","ぁ":"あ","ぃ":"い","ぅ":"う","ぇ":"え","ぉ":"お","っ":"つ","ゃ":"や","ゅ":"ゆ","ょ":"よ","ゎ":"わ","ゕ":"か","ゖ":"け","ァ":"あ","ア":"あ","ィ":"い","イ":"い","ゥ":"う","ウ":"う","ェ":"え","エ":"え","ォ":"お","オ":"お","カ":"か","ガ":"が","キ":"き","ギ":"ぎ","ク":"く","グ":"ぐ","ケ":"け","ゲ":"げ","コ":"こ","ゴ":"ご","サ":"さ","ザ":"ざ","シ":"し","ジ":"じ","ス":"す","ズ":"ず","セ":"せ","ゼ":"ぜ","ソ":"そ","ゾ":"ぞ","タ":"た","ダ":"だ","チ":"ち","ヂ":"ぢ","ッ":"つ","ツ":"つ","ヅ":"づ","テ":"て","デ":"で","ト":"と","ド":"ど","ナ":"な","ニ":"に","ヌ":"ぬ","ネ":"ね","ノ":"の","ハ":"は","バ":"ば","パ":"ぱ","ヒ":"ひ","ビ":"び","ピ":"ぴ","フ":"ふ","ブ":"ぶ","プ":"ぷ","ヘ":"へ","ベ":"べ","ペ":"ぺ","ホ":"ほ","ボ":"ぼ","ポ":"ぽ","マ":"ま","ミ":"み","ム":"む","メ":"め","モ":"も","ャ":"や","ヤ":"や","ュ":"ゆ","ユ":"ゆ","ョ":"よ","ヨ":"よ","ラ":"ら","リ":"り","ル":"る","レ":"れ","ロ":"ろ","ヮ":"わ","ワ":"わ","ヰ":"ゐ","ヱ":"ゑ","ヲ":"を","ン":"ん","ヴ":"ゔ","ヵ":"か","ヶ":"け","ヿ":"こと","㈸":"(劳)","㊘":"劳","㋐":"あ","㋑":"い","㋒":"う","㋓":"え","㋔":"お","㋕":"か","㋖":"き","㋗":"く","㋘":"け","㋙":"こ","㋚":"さ","㋛":"し","㋜":"す","㋝":"せ","㋞":"そ","㋟":"た","㋠":"ち","㋡":"つ","㋢":"て","㋣":"と","㋤":"な","㋥":"に","㋦":"ぬ","㋧":"ね","㋨":"の","㋩":"は","㋪":"ひ","㋫":"ふ","㋬":"へ","㋭":"ほ","㋮":"ま","㋯":"み","㋰":"む","㋱":"め","㋲":"も","㋳":"や","㋴":"ゆ","㋵":"よ","㋶":"ら","㋷":"り","㋸":"る","㋹":"れ","㋺":"ろ","㋻":"わ","㋼":"ゐ","㋽":"ゑ","㋾":"を","㌀":"あぱーと","㌁":"あるふあ","㌂":"あんぺあ","㌃":"あーる","㌄":"いにんぐ","㌅":"いんち","㌆":"うおん","㌇":"えすくーど","㌈":"えーかー","㌉":"おんす","㌊":"おーむ","㌋":"かいり","㌌":"からつと","㌍":"かろりー","㌎":"がろん","㌏":"がんま","㌐":"ぎが","㌑":"ぎにー","㌒":"きゆりー","㌓":"ぎるだー","㌔":"きろ","㌕":"きろぐらむ","㌖":"きろめーとる","㌗":"きろわつと","㌘":"ぐらむ","㌙":"ぐらむとん","㌚":"くるぜいろ","㌛":"くろーね","㌜":"けーす","㌝":"こるな","㌞":"こーぽ","㌟":"さいくる","㌠":"さんちーむ","㌡":"しりんぐ","㌢":"せんち","㌣":"せんと","㌤":"だーす","㌥":"でし","㌦":"どる","㌧":"とん","㌨":"なの","㌩":"のつと","㌪":"はいつ","㌫":"ぱーせんと","㌬":"ぱーつ","㌭":"ばーれる","㌮":"ぴあすとる","㌯":"ぴくる","㌰":"ぴこ","㌱":"びる","㌲":"ふあらつど","㌳":"ふいーと","㌴":"ぶつしえる","㌵":"ふらん","㌶":"へくたーる","㌷":"ぺそ","㌸":"ぺにひ","㌹":"へるつ","㌺":"ぺんす","㌻":"ぺーじ","㌼":"べーた","㌽":"ぽいんと","㌾":"ぼると","㌿":"ほん","㍀":"ぽんど","㍁":"ほーる","㍂":"ほーん","㍃":"まいくろ","㍄":"まいる","㍅":"まつは","㍆":"まるく","㍇":"まんしよん","㍈":"みくろん","㍉":"みり","㍊":"みりばーる","㍋":"めが","㍌":"めがとん","㍍":"めーとる","㍎":"やーど","㍏":"やーる","㍐":"ゆあん","㍑":"りつとる","㍒":"りら","㍓":"るぴー","㍔":"るーぶる","㍕":"れむ","㍖":"れんとげん","㍗":"わつと","両":"两","乗":"乘","亀":"龟","亜":"亚","仏":"佛","仮":"假","伝":"传","価":"价","倂":"并","倹":"俭","児":"儿","円":"圆","冨":"富","処":"处","剣":"剑","剤":"剂","剰":"剩","労":"劳","効":"效","勅":"敕","勧":"劝","勲":"勋","単":"单","厳":"严","収":"收","唖":"哑","営":"营","噛":"啮","団":"团","囲":"围","図":"图","圏":"圈","圧":"压","塁":"垒","塩":"盐","増":"增","壊":"坏","壌":"壤","壱":"壹","売":"卖","変":"变","奨":"奖","嬢":"娘","実":"实","寛":"宽","対":"对","専":"专","尭":"尧","嶋":"岛","嶌":"岛","巌":"岩","巣":"巢","巻":"卷","帯":"带","帰":"归","庁":"厅","広":"广","廃":"废","弁":"辨","弐":"贰","弾":"弹","従":"从","徳":"德","徴":"征","応":"应","恵":"惠","悩":"恼","悪":"恶","愼":"慎","懐":"怀","戦":"战","戯":"戏","戱":"戏","戻":"戾","払":"拂","抜":"拔","択":"择","拝":"拜","拠":"据","拡":"扩","挙":"举","挿":"插","捜":"搜","掲":"揭","掻":"搔","揺":"摇","摂":"摄","撃":"击","撹":"搅","擧":"举","敍":"叙","斉":"齐","斎":"斋","晄":"晃","晩":"晚","暁":"晓","暦":"历","曻":"升","曽":"曾","栁":"柳","栄":"荣","桒":"桑","桜":"樱","桝":"枡","桟":"栈","検":"检","楽":"乐","槗":"桥","様":"样","槙":"槇","槪":"概","権":"权","歓":"欢","歩":"步","歯":"齿","歳":"岁","歴":"历","毎":"每","気":"气","沢":"泽","浄":"净","浜":"滨","涙":"泪","渇":"渴","済":"济","渉":"涉","渋":"涩","渓":"溪","満":"满","滝":"泷","澁":"涩","濵":"滨","瀬":"濑","焼":"烧","犠":"牺","猟":"猎","獣":"兽","甁":"瓶","畳":"叠","痩":"瘦","発":"发","県":"县","砕":"碎","硏":"研","稲":"稻","穂":"穗","穏":"稳","穣":"穰","竜":"龙","竝":"并","粋":"粹","粛":"肃","糸":"丝","経":"经","絵":"绘","継":"继","続":"续","総":"总","緖":"绪","縁":"缘","縄":"绳","縦":"纵","繊":"纤","繍":"绣","缶":"罐","聴":"听","脳":"脑","臓":"脏","艶":"艳","芸":"艺","荘":"庄","萠":"萌","蔵":"藏","蕓":"艺","薫":"薰","薬":"药","蛍":"萤","蝋":"蜡","衞":"卫","襃":"褒","覇":"霸","覚":"觉","覧":"览","観":"观","訳":"译","読":"读","譲":"让","豊":"丰","賛":"赞","転":"转","軽":"轻","辺":"边","逓":"递","遅":"迟","邉":"边","郞":"郎","郷":"乡","鄕":"乡","酔":"醉","醤":"酱","醸":"酿","釈":"释","鉄":"铁","鉱":"矿","銭":"钱","鋳":"铸","錬":"炼","鑛":"矿","関":"关","闘":"斗","陥":"陷","険":"险","隠":"隐","雑":"杂","霊":"灵","頴":"颖","頼":"赖","顕":"显","飜":"翻","餠":"饼","駅":"驿","駆":"驱","騒":"骚","験":"验","髄":"髓","髙":"高","髪":"发","鬭":"斗","鴎":"鸥","鶏":"鸡","鹸":"碱","麹":"曲","麺":"面","黒":"黑","黙":"默","齢":"龄","﨑":"崎","郞":"郎","恵":"惠","ｦ":"を","ｧ":"あ","ｨ":"い","ｩ":"う","ｪ":"え","ｫ":"お","ｬ":"や","ｭ":"ゆ","ｮ":"よ","ｯ":"つ","ｱ":"あ","ｲ":"い","ｳ":"う","ｴ":"え","ｵ":"お","ｶ":"か","ｷ":"き","ｸ":"く","ｹ":"け","ｺ":"こ","ｻ":"さ","ｼ":"し","ｽ":"す","ｾ":"せ","ｿ":"そ","ﾀ":"た","ﾁ":"ち","ﾂ":"つ","ﾃ":"て","ﾄ":"と","ﾅ":"な","ﾆ":"に","ﾇ":"ぬ","ﾈ":"ね","ﾉ":"の","ﾊ":"は","ﾋ":"ひ","ﾌ":"ふ","ﾍ":"へ","ﾎ":"ほ","ﾏ":"ま","ﾐ":"み","ﾑ":"む","ﾒ":"め","ﾓ":"も","ﾔ":"や","ﾕ":"ゆ","ﾖ":"よ","ﾗ":"ら","ﾘ":"り","ﾙ":"る","ﾚ":"れ","ﾛ":"ろ","ﾜ":"わ","ﾝ":"ん","🈁":"ここ","🈂":"さ","🈓":"で","🈵":"满","🈺":"营","𠮷":"吉","倂":"并","売":"卖","桒":"桑","槪":"概","穏":"稳"}'::jsonb);
end $do$;

-- All that are folded to one character, as they are now.
do $$
begin
  execute format('create or replace function public.spelled_characters() returns jsonb language sql immutable parallel safe as %L', format('select %L::jsonb', (
    select jsonb_object_agg(folded, spelled) from (
      select value as folded, string_agg(key, '' order by key) as spelled from jsonb_each_text(public.folded_characters()) group by value) known)));
end $$;

create or replace function public.fold_words(value text) returns text language plpgsql immutable strict parallel safe as $$
declare
  singles text;
  single_folds text;
  others text[];
  other_folds text[];
begin
  if octet_length(value) > char_length(value) then
    -- Characters that a mark repeats, kana with voice marks, the parts of syllables of Hangul, and nasals of Devanagari.
    if value ~ '[\u094d\u3005\u303b\u3099\u309a\u309d\u309e\u30fd\u30fe\u1100-\u11ff\u3131-\u318e\uff9e-\uffdc]' then
      value := regexp_replace(value, '([\u3040-\u30ff\u3400-\u9fff])[々〻ゝヽ]', '\1\1', 'g');
      value := normalize(regexp_replace(value, '([\u3040-\u30ff])[ゞヾ]', '\1\1' || U&'\3099', 'g'), NFKC);
      value := regexp_replace(value,
        'ङ\u094d(?=[क-ङ])|ञ\u094d(?=[च-ञ])|ण\u094d(?=[ट-ण])|न\u094d(?=[त-न])|म\u094d(?=[प-म])', U&'\0902', 'g');
    end if;
    value := regexp_replace(value, '[' || public.dropped_characters() || ']+', '', 'g');
    select string_agg(one, '') filter (where is_single), string_agg(folded, '') filter (where is_single),
      array_agg(one) filter (where not is_single), array_agg(folded) filter (where not is_single)
    into singles, single_folds, others, other_folds
    from (
      select one, folded, char_length(folded) = 1 as is_single
      from (select distinct string_to_table(regexp_replace(value, '[\u0001-\u007f]+', '', 'g'), null) collate "C") occurring(one)
      cross join lateral (select public.folded_characters() ->> one) as found(folded)
      where folded is not null) known;
    if singles <> '' then value := translate(value, singles, single_folds); end if;
    for place in 1 .. coalesce(array_length(others, 1), 0) loop
      value := replace(value, others[place], other_folds[place]);
    end loop;
  end if;
  return replace(replace(replace(lower(value collate "C"), '''', '-'), '`', '-'), '.', '-');
end $$;

-- The words of a text that was folded, in their order, parted by one space each: hyphens within them stay, as does what joins
-- initials.
create or replace function public.spell_folded(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
  if octet_length(value) > char_length(value) then
    value := regexp_replace(value, '[' || public.separating_characters() || ']+', ' ', 'g');
  else
    value := regexp_replace(value, '[^a-z0-9-]+', ' ', 'g');
  end if;
  -- A point after a letter that stands alone joins it to the next such.
  if strpos(value, '- ') > 0 or strpos(value, '--') > 0 then
    value := regexp_replace(value, '(?<=(?:^|[- ])[^- 0-9])-[- ]+(?=[^- 0-9](?:[- ]|$))', '-', 'g');
  end if;
  -- A Korean family name and a given name are one name.
  if octet_length(value) > char_length(value) and value ~ '[가-힣] +[가-힣]{2}' then
    value := regexp_replace(value, '(?<=(?:^|[- ])[가-힣]) +(?=[가-힣]{2}(?:[- ]|$))', '-', 'g');
  end if;
  if octet_length(value) > char_length(value) and value ~ ('[' || public.spaceless_characters() || ']') then
    value := regexp_replace(value, '([' || public.spaceless_characters() || ']+)', ' \1 ', 'g');
    select string_agg(case when word ~ ('^[' || public.spaceless_characters() || ']') then
        array_to_string(string_to_array(word, null), ' ') else word end, ' ' order by place)
      into value from string_to_table(value, ' ') with ordinality as of(word, place);
  end if;
  -- A hyphen that joins nothing is none.
  if value ~ '^[- ]|[- ]$|[- ]{2}' then
    return btrim(regexp_replace(value, '[- ]*(?: |--)[- ]*', ' ', 'g'), ' -');
  end if;
  return value;
end $$;

-- What is asked for, a piece for each run between spaces or quotation marks, and for initials with spaces between them.
create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(regexp_replace(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '[“”„‟«»‹›「」『』〝〞〟﹁﹂﹃﹄＂｢｣⹂]', '"', 'g'), '"([^"]*)"|((?:[^ "]\. +(?=[^ "](?:[. "]|$)))*[^ "]+)', 'g') found
$$;

-- Whether so little of a word finds only those that begin so: less than three letters, or one syllable of Hangul.
create function public.is_beginning(part text) returns boolean language sql immutable parallel safe as $$
  select char_length(part) < 3 and part !~ '^[가-힣]{2}$'
$$;

-- Two syllables have no trigrams; words that hold any are few, also where others are written with them, as in LG전자.
create index known_words_of_hangul on known_words (word) where word ~ '[가-힣]';

-- The commonest words that one is a part of, or begins where it is short.
create or replace function public.words_with(part text, most integer) returns setof text language plpgsql stable as $$
begin
  if char_length(part) >= 3 then
    return query select k.word from public.known_words k where k.word like '%' || part || '%' order by k.uses desc limit most;
  elsif not public.is_beginning(part) then
    return query select k.word from public.known_words k
      where k.word ~ '[가-힣]' and k.word like '%' || part || '%' order by k.uses desc limit most;
  else
    return query select k.word from public.known_words k where k.word >= part and k.word < part || U&'\+10FFFF'
      order by k.uses desc limit most;
  end if;
end $$;

create or replace function public.spelled_pieces(asked text, how text) returns table (spelled text, piece_how text, place bigint)
language sql stable as $$
  select said.spelled, case
      when p.is_quoted then 'whole'
      when public.is_beginning(said.spelled) and lead(p.place) over (order by p.place) is not null
        and (select true from public.known_words k where k.word = said.spelled limit 1) then 'whole'
      else how end, p.place
  from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
  cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> ''
$$;

-- The words that are asked for, each as a pattern for where it may be a part.
create or replace function public.parts_asked(asked text) returns text[] language sql immutable strict parallel safe as $$
  select array(select case when public.is_beginning(word) then '% ' else '%' end || word || '%'
    from string_to_table(public.plain_asked(asked), ' ') word where word <> '')
$$;

-- What is there already, as it is folded now.
do $$
declare
  tracked text;
  last uuid;
begin
  for tracked in select name from public.worded_tables() loop
    last := '00000000-0000-0000-0000-000000000000';
    while last is not null loop
      last := public.rewrite_words(tracked, last, 10000);
    end loop;
  end loop;
end $$;

insert into known_words
select found.word collate "C", max(found.ndoc), public.shortened(found.word)
from ts_stat('select names from public.record_words') found
where exists (select from public.words_to_know(array[found.word]))
  and not exists (select from public.known_words k where k.word = found.word collate "C")
group by found.word;

select renew_keys();

-- down
create or replace function public.parts_asked(asked text) returns text[] language sql immutable strict parallel safe as $$
  select array(select case when char_length(word) < 3 then '% ' else '%' end || word || '%'
    from string_to_table(public.plain_asked(asked), ' ') word where word <> '')
$$;

create or replace function public.spelled_pieces(asked text, how text) returns table (spelled text, piece_how text, place bigint)
language sql stable as $$
  select said.spelled, case
      when p.is_quoted then 'whole'
      when char_length(said.spelled) < 3 and lead(p.place) over (order by p.place) is not null
        and (select true from public.known_words k where k.word = said.spelled limit 1) then 'whole'
      else how end, p.place
  from public.pieces_asked(asked) with ordinality as p(piece, is_quoted, place)
  cross join lateral public.spell_text(p.piece) as said(spelled) where said.spelled <> ''
$$;

create or replace function public.words_with(part text, most integer) returns setof text language plpgsql stable as $$
begin
  if char_length(part) >= 3 then
    return query select k.word from public.known_words k where k.word like '%' || part || '%' order by k.uses desc limit most;
  else
    return query select k.word from public.known_words k where k.word >= part and k.word < part || U&'\+10FFFF'
      order by k.uses desc limit most;
  end if;
end $$;

drop index known_words_of_hangul;
drop function public.is_beginning(text);

create or replace function public.pieces_asked(asked text) returns table (piece text, is_quoted boolean)
language sql immutable strict parallel safe as $$
  select coalesce(found[1], found[2]), found[1] is not null
  from regexp_matches(regexp_replace(
      regexp_replace(asked, '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
      '[“”„‟«»‹›「」『』〝〞〟﹁﹂﹃﹄＂｢｣⹂]', '"', 'g'), '"([^"]*)"|([^ "]+)', 'g') found
$$;

create or replace function public.spell_folded(value text) returns text language plpgsql immutable strict parallel safe as $$
begin
  if octet_length(value) > char_length(value) then
    value := regexp_replace(value, '[' || public.separating_characters() || ']+', ' ', 'g');
    if value ~ ('[' || public.spaceless_characters() || ']') then
      value := regexp_replace(value, '([' || public.spaceless_characters() || ']+)', ' \1 ', 'g');
      select string_agg(case when word ~ ('^[' || public.spaceless_characters() || ']') then
          array_to_string(string_to_array(word, null), ' ') else word end, ' ' order by place)
        into value from string_to_table(value, ' ') with ordinality as of(word, place);
    end if;
  else
    value := regexp_replace(value, '[^a-z0-9-]+', ' ', 'g');
  end if;
  -- A hyphen that joins nothing is none.
  if value ~ '^[- ]|[- ]$|[- ]{2}' then
    return btrim(regexp_replace(value, '[- ]*(?: |--)[- ]*', ' ', 'g'), ' -');
  end if;
  return value;
end $$;

create or replace function public.fold_words(value text) returns text language plpgsql immutable strict parallel safe as $$
declare
  singles text;
  single_folds text;
  others text[];
  other_folds text[];
begin
  if octet_length(value) > char_length(value) then
    -- Kana with voice marks, and the parts of syllables of Hangul.
    if value ~ '[\u1100-\u11ff\u3099\u309a\u3131-\u318e\uff9e-\uffdc]' then value := normalize(value, NFKC); end if;
    value := regexp_replace(value, '[' || public.dropped_characters() || ']+', '', 'g');
    select string_agg(one, '') filter (where is_single), string_agg(folded, '') filter (where is_single),
      array_agg(one) filter (where not is_single), array_agg(folded) filter (where not is_single)
    into singles, single_folds, others, other_folds
    from (
      select one, folded, char_length(folded) = 1 as is_single
      from (select distinct string_to_table(regexp_replace(value, '[\u0001-\u007f]+', '', 'g'), null) collate "C") occurring(one)
      cross join lateral (select public.folded_characters() ->> one) as found(folded)
      where folded is not null) known;
    if singles <> '' then value := translate(value, singles, single_folds); end if;
    for place in 1 .. coalesce(array_length(others, 1), 0) loop
      value := replace(value, others[place], other_folds[place]);
    end loop;
  end if;
  return replace(replace(replace(lower(value collate "C"), '''', '-'), '`', '-'), '.', '-');
end $$;

do $do$
begin
  execute format('create or replace function public.folded_characters() returns jsonb language sql immutable parallel safe as $$ select %L::jsonb $$',
    (public.folded_characters() - '{є,ぁ,ぃ,ぅ,ぇ,ぉ,っ,ゃ,ゅ,ょ,ゎ,ゕ,ゖ,ァ,ア,ィ,イ,ゥ,ウ,ェ,エ,ォ,オ,カ,ガ,キ,ギ,ク,グ,ケ,ゲ,コ,ゴ,サ,ザ,シ,ジ,ス,ズ,セ,ゼ,ソ,ゾ,タ,ダ,チ,ヂ,ッ,ツ,ヅ,テ,デ,ト,ド,ナ,ニ,ヌ,ネ,ノ,ハ,バ,パ,ヒ,ビ,ピ,フ,ブ,プ,ヘ,ベ,ペ,ホ,ボ,ポ,マ,ミ,ム,メ,モ,ャ,ヤ,ュ,ユ,ョ,ヨ,ラ,リ,ル,レ,ロ,ヮ,ワ,ヰ,ヱ,ヲ,ン,ヴ,ヵ,ヶ,両,乗,亀,亜,仏,仮,伝,価,倂,倹,児,円,冨,処,剣,剤,剰,労,効,勅,勧,勲,単,厳,収,唖,営,噛,団,囲,図,圏,圧,塁,塩,増,壊,壌,壱,売,変,奨,嬢,実,寛,対,専,尭,嶋,嶌,巌,巣,巻,帯,帰,庁,広,廃,弁,弐,弾,従,徳,徴,応,恵,悩,悪,愼,懐,戦,戯,戻,払,抜,択,拝,拠,拡,挙,挿,捜,掲,掻,揺,摂,撃,撹,擧,敍,斉,斎,晄,晩,暁,暦,曻,曽,栁,栄,桒,桜,桝,桟,検,楽,槗,様,槙,槪,権,歓,歩,歯,歳,歴,毎,気,沢,浄,浜,涙,渇,済,渉,渋,渓,満,滝,澁,濵,瀬,焼,犠,猟,獣,甁,畳,痩,発,県,砕,硏,稲,穂,穏,穣,竜,竝,粋,粛,糸,経,絵,継,続,総,緖,縁,縄,縦,繊,繍,缶,聴,脳,臓,艶,芸,荘,萠,蔵,薫,薬,蛍,蝋,衞,襃,覇,覚,覧,観,訳,読,譲,豊,賛,転,軽,辺,逓,遅,邉,郞,郷,鄕,酔,醤,醸,釈,鉄,鉱,銭,鋳,錬,鑛,関,闘,陥,険,隠,雑,霊,頼,顕,飜,餠,駅,駆,騒,験,髄,髙,髪,鬭,鴎,鶏,鹸,麹,麺,黒,黙,齢,﨑,𠮷}'::text[]) || '{"Є":"є","ᾀ":"αι","ᾁ":"αι","ᾂ":"αι","ᾃ":"αι","ᾄ":"αι","ᾅ":"αι","ᾆ":"αι","ᾇ":"αι","ᾈ":"αι","ᾉ":"αι","ᾊ":"αι","ᾋ":"αι","ᾌ":"αι","ᾍ":"αι","ᾎ":"αι","ᾏ":"αι","ᾐ":"ηι","ᾑ":"ηι","ᾒ":"ηι","ᾓ":"ηι","ᾔ":"ηι","ᾕ":"ηι","ᾖ":"ηι","ᾗ":"ηι","ᾘ":"ηι","ᾙ":"ηι","ᾚ":"ηι","ᾛ":"ηι","ᾜ":"ηι","ᾝ":"ηι","ᾞ":"ηι","ᾟ":"ηι","ᾠ":"ωι","ᾡ":"ωι","ᾢ":"ωι","ᾣ":"ωι","ᾤ":"ωι","ᾥ":"ωι","ᾦ":"ωι","ᾧ":"ωι","ᾨ":"ωι","ᾩ":"ωι","ᾪ":"ωι","ᾫ":"ωι","ᾬ":"ωι","ᾭ":"ωι","ᾮ":"ωι","ᾯ":"ωι","ᾲ":"αι","ᾳ":"αι","ᾴ":"αι","ᾷ":"αι","ᾼ":"αι","ῂ":"ηι","ῃ":"ηι","ῄ":"ηι","ῇ":"ηι","ῌ":"ηι","ῲ":"ωι","ῳ":"ωι","ῴ":"ωι","ῷ":"ωι","ῼ":"ωι","⽷":"糸","⽸":"缶","ヿ":"コト","㈸":"(労)","㊘":"労","㋐":"ア","㋑":"イ","㋒":"ウ","㋓":"エ","㋔":"オ","㋕":"カ","㋖":"キ","㋗":"ク","㋘":"ケ","㋙":"コ","㋚":"サ","㋛":"シ","㋜":"ス","㋝":"セ","㋞":"ソ","㋟":"タ","㋠":"チ","㋡":"ツ","㋢":"テ","㋣":"ト","㋤":"ナ","㋥":"ニ","㋦":"ヌ","㋧":"ネ","㋨":"ノ","㋩":"ハ","㋪":"ヒ","㋫":"フ","㋬":"ヘ","㋭":"ホ","㋮":"マ","㋯":"ミ","㋰":"ム","㋱":"メ","㋲":"モ","㋳":"ヤ","㋴":"ユ","㋵":"ヨ","㋶":"ラ","㋷":"リ","㋸":"ル","㋹":"レ","㋺":"ロ","㋻":"ワ","㋼":"ヰ","㋽":"ヱ","㋾":"ヲ","㌀":"アパート","㌁":"アルファ","㌂":"アンペア","㌃":"アール","㌄":"イニング","㌅":"インチ","㌆":"ウォン","㌇":"エスクード","㌈":"エーカー","㌉":"オンス","㌊":"オーム","㌋":"カイリ","㌌":"カラット","㌍":"カロリー","㌎":"ガロン","㌏":"ガンマ","㌐":"ギガ","㌑":"ギニー","㌒":"キュリー","㌓":"ギルダー","㌔":"キロ","㌕":"キログラム","㌖":"キロメートル","㌗":"キロワット","㌘":"グラム","㌙":"グラムトン","㌚":"クルゼイロ","㌛":"クローネ","㌜":"ケース","㌝":"コルナ","㌞":"コーポ","㌟":"サイクル","㌠":"サンチーム","㌡":"シリング","㌢":"センチ","㌣":"セント","㌤":"ダース","㌥":"デシ","㌦":"ドル","㌧":"トン","㌨":"ナノ","㌩":"ノット","㌪":"ハイツ","㌫":"パーセント","㌬":"パーツ","㌭":"バーレル","㌮":"ピアストル","㌯":"ピクル","㌰":"ピコ","㌱":"ビル","㌲":"ファラッド","㌳":"フィート","㌴":"ブッシェル","㌵":"フラン","㌶":"ヘクタール","㌷":"ペソ","㌸":"ペニヒ","㌹":"ヘルツ","㌺":"ペンス","㌻":"ページ","㌼":"ベータ","㌽":"ポイント","㌾":"ボルト","㌿":"ホン","㍀":"ポンド","㍁":"ホール","㍂":"ホーン","㍃":"マイクロ","㍄":"マイル","㍅":"マッハ","㍆":"マルク","㍇":"マンション","㍈":"ミクロン","㍉":"ミリ","㍊":"ミリバール","㍋":"メガ","㍌":"メガトン","㍍":"メートル","㍎":"ヤード","㍏":"ヤール","㍐":"ユアン","㍑":"リットル","㍒":"リラ","㍓":"ルピー","㍔":"ルーブル","㍕":"レム","㍖":"レントゲン","㍗":"ワット","戱":"戯","蕓":"芸","頴":"颕","郞":"郞","恵":"恵","ｦ":"ヲ","ｧ":"ァ","ｨ":"ィ","ｩ":"ゥ","ｪ":"ェ","ｫ":"ォ","ｬ":"ャ","ｭ":"ュ","ｮ":"ョ","ｯ":"ッ","ｱ":"ア","ｲ":"イ","ｳ":"ウ","ｴ":"エ","ｵ":"オ","ｶ":"カ","ｷ":"キ","ｸ":"ク","ｹ":"ケ","ｺ":"コ","ｻ":"サ","ｼ":"シ","ｽ":"ス","ｾ":"セ","ｿ":"ソ","ﾀ":"タ","ﾁ":"チ","ﾂ":"ツ","ﾃ":"テ","ﾄ":"ト","ﾅ":"ナ","ﾆ":"ニ","ﾇ":"ヌ","ﾈ":"ネ","ﾉ":"ノ","ﾊ":"ハ","ﾋ":"ヒ","ﾌ":"フ","ﾍ":"ヘ","ﾎ":"ホ","ﾏ":"マ","ﾐ":"ミ","ﾑ":"ム","ﾒ":"メ","ﾓ":"モ","ﾔ":"ヤ","ﾕ":"ユ","ﾖ":"ヨ","ﾗ":"ラ","ﾘ":"リ","ﾙ":"ル","ﾚ":"レ","ﾛ":"ロ","ﾜ":"ワ","ﾝ":"ン","🈁":"ココ","🈂":"サ","🈓":"デ","🈵":"満","🈺":"営","倂":"倂","売":"売","桒":"桒","槪":"槪","穏":"穏"}'::jsonb);
end $do$;

-- All that are folded to one character, as they are now.
do $$
begin
  execute format('create or replace function public.spelled_characters() returns jsonb language sql immutable parallel safe as %L', format('select %L::jsonb', (
    select jsonb_object_agg(folded, spelled) from (
      select value as folded, string_agg(key, '' order by key) as spelled from jsonb_each_text(public.folded_characters()) group by value) known)));
end $$;

-- What is there already, as it is folded now.
do $$
declare
  tracked text;
  last uuid;
begin
  for tracked in select name from public.worded_tables() loop
    last := '00000000-0000-0000-0000-000000000000';
    while last is not null loop
      last := public.rewrite_words(tracked, last, 10000);
    end loop;
  end loop;
end $$;

insert into known_words
select found.word collate "C", max(found.ndoc), public.shortened(found.word)
from ts_stat('select names from public.record_words') found
where exists (select from public.words_to_know(array[found.word]))
  and not exists (select from public.known_words k where k.word = found.word collate "C")
group by found.word;

select renew_keys();
