// What rustc brings that newer LLVMs write anew: its standard library, linked into one module.
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Sign(char),
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = vec![];
    for part in text.split_whitespace() {
        match part.parse::<f64>() {
            Ok(number) => found.push(Token::Number(number)),
            Err(_) if part.len() == 1 => found.push(Token::Sign(part.chars().next().unwrap())),
            Err(error) => return Err(format!("{error}: {part}")),
        }
    }
    Ok(found)
}

fn main() {
    println!("{:?} {:?}", tokens("1 2 + 3.5 *"), tokens("a1"));
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in "a b a c b a".split(' ') {
        *counts.entry(word.to_string()).or_default() += 1;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort();
    println!("{sorted:?}");
    let caught = std::panic::catch_unwind(|| Vec::<i32>::new()[3]);
    println!("{}", caught.is_err());
    let answer = std::thread::spawn(|| (0..1000).map(|i| (i as f64).sqrt()).sum::<f64>());
    println!("{}", answer.join().unwrap());
}
